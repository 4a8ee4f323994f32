// Outcomes, surrogates, conditions, populations and topic words: label, synonyms,
// what is broader, whether more is good, kinds.
// Written folded (lower case, spaces for hyphens); plurals in -s are added.
//
// A synonym is another word for the same thing, fit to stand for it in a rewritten
// sentence.  What is only of the same kind is a kind, and a concept of its own.

#include "importers/extraction/vocabulary_table.h"

namespace claimgraph {
namespace {

constexpr auto kO = ConceptRole::kOutcome;
constexpr auto kS = ConceptRole::kSurrogate;
constexpr auto kC = ConceptRole::kCondition;
constexpr auto kP = ConceptRole::kPopulation;
constexpr auto kB = ConceptRole::kBody;

constexpr VocabularyRow kRows[] = {
    // Mental outcomes
    {kO, "mental health",
     "mental wellbeing; mental well being; psychological wellbeing; psychological well "
     "being; emotional well being; emotional wellbeing; psychological symptoms; mental "
     "state; mental clarity; mental health benefits; mental health symptoms; emotional "
     "health; mental health outcomes; emotional relief; psychological health; mental "
     "health disorders",
     "", 1},
    {kC, "anxiety", "anxious; anxiety symptoms; state anxiety; anxiety disorder; anxiousness",
     "mental health", -1, "worry; panic attacks = panic attack; social anxiety"},
    {kC, "depression",
     "depressive symptoms; depressive; depressed; symptoms of depression; major depressive "
     "disorder; low mood",
     "mental health", -1, "postpartum depression = postnatal depression; prenatal depression"},
    {kO, "stress",
     "perceived stress; psychological stress; stress level; mental stress; emotional "
     "stress; stressed; self reported stress; stress relief; stress cycle; chronic stress; "
     "stressful; stress response",
     "mental health", -1},
    {kC, "burnout", "exhaustion; job burnout", "stress", -1},
    {kO, "mood",
     "mood improvement; happiness; euphoria; sense of wellbeing; positive mood; happy; "
     "happier; emotional states; emotions; feel good; emotional; a lift; feel better",
     "mental health", 1, "&irritability"},
    {kO, "self esteem", "confidence; self confidence; self worth", "mental health", 1,
     "&body image; &-insecurity"},
    {kO, "loneliness", "isolation; social isolation; feelings of isolation", "mental health", -1},
    {kO, "relaxation",
     "relaxed; relax; sense of ease; calmness; calm; relaxing; deep rest; tranquillity; "
     "calmer",
     "stress", 1},
    {kO, "cognitive function",
     "cognition; cognitive performance; brain health; brain function; mental performance", "", 1,
     "memory; attention = attention span, focus, concentration; executive function; -brain "
     "fog; -cognitive decline = memory loss; learning; creativity; intelligence = iq"},
    {kO, "academic performance",
     "gpa; gpa gap; academic achievement; grades; school performance; achievement gap", "", 1,
     "&work performance = job performance, productivity"},
    {kO, "body awareness", "interoception; proprioception; grounded and present", "", 1},
    {kO, "resilience", "coping", "mental health", 1,
     "&self control; &emotion regulation = emotional regulation"},
    {kC, "mental illness", "mental disorders; mental disorder", "mental health", -1,
     "adhd = hyperactivity; autism = autistic; schizophrenia = psychosis; bipolar "
     "disorder; ptsd = post traumatic stress, trauma; ocd; eating disorders = eating "
     "disorder, disordered eating; addiction = substance abuse; suicide; self sabotage"},
    // Sleep
    {kO, "sleep",
     "sleep quality; sleeping; sleep efficiency; sleep duration; sleep latency; falling "
     "asleep; better sleep; sleep patterns; deep sleep; rem sleep; asleep; bedtime; sleep "
     "scores; pittsburgh sleep quality index; psqi; sleep onset",
     "", 1},
    {kC, "insomnia", "sleep disturbance; sleeplessness; trouble sleeping", "sleep", -1,
     "&sleep apnea; sleep disorders"},
    {kO, "fatigue", "tiredness; chronic fatigue", "", -1,
     "+energy = energy levels, vitality; +stamina; +alertness"},
    // Pain and movement
    {kO, "pain",
     "pains; aches; ache; soreness; pain relief; chronic pain; pain perception; "
     "discomfort; painful; pain intensity; pain symptoms; pain conditions; widespread "
     "pain; muscle soreness; physical discomfort",
     "", -1, "cramps = leg cramps"},
    {kC, "low back pain", "back pain; lower back pain; sore back", "pain", -1, "sciatica"},
    {kC, "neck pain", "tight shoulders", "pain", -1, "&shoulder pain; &knee pain"},
    {kC, "headache", "headaches", "pain", -1},
    {kC, "migraine", "migraines", "headache", -1},
    {kC, "fibromyalgia", "fibromyalgia syndrome", "pain", -1},
    {kC, "arthritis", "inflamed joints", "pain", -1,
     "osteoarthritis; rheumatoid arthritis; joint pain"},
    {kO, "muscle tension",
     "tension; physical tension; muscular tension; tightness; trigger points; knots; tight "
     "muscles; muscle tightness; chronic muscular tension; holding tension; tense; chronic "
     "tension",
     "", -1, "&stiffness; &spasms; +muscle relaxation"},
    {kO, "flexibility",
     "range of motion; mobility; joint mobility; suppleness; balance and coordination", "", 1,
     "&posture; &-poor posture; -limited mobility"},
    {kO, "athletic performance", "performance; power output; fitness level", "", 1,
     "strength = muscle strength; endurance; muscle growth = muscle mass; recovery = "
     "muscle recovery; vo2 max"},
    {kO, "injuries", "injury; injured; injury risk; wound", "", -1, "falls; fractures; concussion"},
    {kO, "healing", "wound healing; tissue repair; heal; heal faster; regeneration", "", 1,
     "-impaired healing"},
    {kO, "quality of life",
     "wellbeing; well being; wellness; overall well being; overall wellbeing; overall "
     "health; health outcomes; health benefits; life satisfaction; general health; health; "
     "healthier; a health; physical health; healthspan",
     "", 1},
    // Weight and metabolism
    {kO, "weight",
     "weight loss; lose weight; body weight; weight gain; body fat; fat loss; fat; belly "
     "fat; bmi; body composition; body mass index; slimming; overweight; get fat; gain "
     "weight; weight management; fat burning",
     "", 0, "&waist circumference"},
    {kC, "obesity", "obese", "weight", -1},
    {kO, "appetite", "hunger; cravings; satiety; hungry; appetite control", "weight", 0},
    {kO, "metabolism", "metabolic rate; metabolic health; metabolic", "", 1, "energy expenditure"},
    {kC, "diabetes", "diabetic; glucose dependent", "", -1,
     "type 1 diabetes; gestational diabetes; type 2 diabetes; prediabetes"},
    {kS, "blood sugar",
     "glucose; blood glucose; hba1c; glycemic control; fasting glucose; triglyceride "
     "glucose index; glucose levels",
     "", 0, "&insulin; &~insulin resistance; &insulin sensitivity"},
    {kS, "cholesterol", "lipid; lipids; normal cholesterol; lipid levels", "", -1,
     "ldl cholesterol = ldl; +hdl cholesterol = hdl; triglycerides"},
    {kS, "autophagy", "", "", 0,
     "&ketosis = ketones; &mitochondrial function = mitochondria; &telomere length = telomeres; "
     "&gene expression = epigenetic; &-oxidative stress = free radicals; &antioxidants = "
     "antioxidant"},
    // Heart
    {kC, "cardiovascular disease",
     "heart disease; cvd; coronary artery disease; cad; coronary disease; acute coronary "
     "syndrome; acs; cvd risk; cvd prevalence; silent ischemia; ischemia; cardiac events; "
     "sudden cardiac events",
     "", -1,
     "heart attacks = heart attack, myocardial infarction; heart failure; +heart health = "
     "cardiovascular health, cardiometabolic health; atrial fibrillation; arrhythmia; "
     "cardiac arrest; atherosclerosis = atherosclerotic"},
    {kC, "stroke", "ischemic stroke", "cardiovascular disease", -1, "&blood clots = thrombosis"},
    {kS, "blood pressure",
     "hypertension; systolic blood pressure; elevated blood pressure; bp; lowered blood "
     "pressure; elevated bp; normal bp; high blood pressure; resting bp; high normal bp; "
     "diastolic blood pressure",
     "", -1},
    {kS, "heart rate variability", "hrv", "heart rate", 1},
    {kS, "heart rate", "pulse; ecg; ekg", "", 0,
     "&st depression = st segment depression, elevated st; &vagal tone"},
    {kS, "blood flow", "circulation; blood vessels; arteries", "", 1,
     "&oxygen = oxygenation; &lymphatic drainage"},
    // Hormones and other surrogates
    {kS, "cortisol",
     "cortisol level; cortisol levels; stress hormone; stress hormones; hydrocortisone; "
     "cortisol response; lower cortisol",
     "hormones", -1},
    {kS, "serotonin", "serotonin level; levels of serotonin; serotonin levels", "hormones", 1},
    {kS, "dopamine", "dopamine levels", "hormones", 1},
    {kS, "oxytocin", "", "hormones", 1},
    {kS, "endorphins",
     "endorphin; natural opioids; natural painkillers; release of endorphins; feel good hormones; "
     "happy hormones; feel good "
     "neurochemicals; happy chemicals; runner's high",
     "hormones", 1},
    {kS, "adrenaline",
     "epinephrine; norepinephrine; noradrenaline; urinary epinephrine; catecholamines", "hormones",
     -1},
    {kS, "hormones",
     "hormone; hormonal health; hormonal balance; hormone levels; hormone production; "
     "hormonal",
     "", 0,
     "neurotransmitters = neurotransmitter, neurochemicals; gaba; bdnf; testosterone; "
     "oestrogen = estrogen; growth hormone; thyroid hormone"},
    {kS, "parasympathetic activity",
     "parasympathetic nervous system; parasympathetic; rest and digest; relaxation mode", "", 1,
     "&-sympathetic activity = sympathetic nervous system, fight or flight, state of high alert, "
     "sympathetic; &vagus nerve; &nervous system = central nervous system, autonomic nervous "
     "system, ans"},
    {kS, "inflammation",
     "inflammatory; anti inflammatory; inflammatory markers; chronic inflammation", "", -1,
     "&swelling; c reactive protein = crp; cytokines"},
    {kS, "white blood cells", "white blood cell production; immune cells; white blood cell", "", 1,
     "&antibodies = antibody; natural killer cells; t cells"},
    // Immunity, infection, cancer, others
    {kO, "immune function",
     "immune system; immunity; immune response; immune health; strengthened immune system; "
     "fight illness",
     "", 1},
    {kC, "infection", "infections", "", -1,
     "common cold = colds; flu = influenza; covid 19 = covid; respiratory infection; "
     "pneumonia; urinary tract infection = uti; measles; hiv; sepsis; malaria; virus = "
     "viruses"},
    {kC, "cancer",
     "tumor; tumour; tumors; cancers; cancer risk; oncology; carcinoma; cancer treatment; "
     "undergoing cancer treatment; malignancy",
     "", -1,
     "breast cancer; prostate cancer; colorectal cancer; lung cancer; leukaemia = "
     "leukemia; melanoma"},
    {kC, "neurodegenerative disease", "", "", -1,
     "dementia = alzheimer's, alzheimer's disease, alzheimer, alzheimers; parkinson's "
     "disease = parkinson's, parkinson; multiple sclerosis; epilepsy = seizures"},
    {kO, "mortality",
     "death; premature death; dying; early death; death rate; all cause mortality; die", "", -1,
     "+longevity = life expectancy, lifespan, survival; &ageing = aging"},
    {kC, "lung disease", "respiratory disease", "", -1,
     "asthma; copd; allergies = allergy, hay fever; bronchitis; +lung function = lung "
     "health, respiratory health"},
    {kO, "digestion", "gut health; digestive health; digestive system", "", 1,
     "-bloating; -constipation; -irritable bowel syndrome = ibs; gut microbiome = "
     "microbiome, gut bacteria; -diarrhoea = diarrhea; -heartburn = acid reflux; -nausea; "
     "-indigestion; -leaky gut"},
    {kO, "skin health", "skin; skin elasticity; complexion", "", 1,
     "-acne; -eczema; -wrinkles; -psoriasis; -skin ageing = skin aging; -rosacea; hair "
     "growth = hair; -hair loss; collagen production"},
    {kO, "bone health", "bones", "", 1,
     "bone density = bone mineral density; -osteoporosis; joint health = joints; &-tooth decay = "
     "cavities; &dental health = teeth; &-gum disease"},
    {kO, "fertility", "sperm count", "", 1,
     "&libido = sexual function; &-erectile dysfunction; &-menstrual pain = period pain; "
     "&-menopause symptoms = menopause, hot flashes; &-pms; &-pcos; &-endometriosis; "
     "&-miscarriage; &-preterm birth; &birth weight"},
    {kO, "eyesight", "vision", "", 1,
     "-eye strain; -myopia; &hearing; &-tinnitus; -macular degeneration"},
    {kO, "liver health", "liver function", "", 1,
     "&kidney function; &-toxins; -liver disease = fatty liver; &-kidney disease; &-kidney stones; "
     "&-gout; &-anaemia = anemia; &thyroid function; &-hypothyroidism"},
    {kO, "symptoms",
     "symptom; physical symptoms; side effect burden; clinical outcomes; health condition; health "
     "conditions; medical condition; disorder; disorders; conditions",
     "", -1},
    {kC, "illness", "illnesses; disease; diseases; sickness", "", -1},
    {kO, "sickness absence", "sick leave; sick days; absenteeism", "", -1},
    {kO, "adherence", "compliance; attrition; dropout", "", 1},
    {kO, "relapse", "", "", -1,
     "&hospitalisation = hospitalization, hospital admissions, readmission; &complications"},

    // Populations
    {kP, "older adults",
     "elderly; seniors; older people; older women; older men; elderly people; the elderly; "
     "older individuals",
     "adults", 0},
    {kP, "adults", "healthy adults; adult; middle aged adults; working adults", "", 0},
    {kP, "young adults",
     "younger people; younger adults; younger individuals; young patients; young people", "", 0,
     "&adolescents = teenagers, teens, teenager, adolescent, teen; students = college students, "
     "university students"},
    {kP, "children", "child; kids; toddlers; schoolchildren; boys; girls", "", 0},
    {kP, "infants",
     "babies; newborns; preterm infants; newborn; baby; healthy infants; premature babies; "
     "infant",
     "children", 0},
    {kP, "pregnant women",
     "pregnancy; prenatal; pregnant; antenatal; expectant mothers; pregnant mothers; "
     "during pregnancy; perinatal; maternal; pregnant people",
     "women", 0},
    {kP, "women", "woman; females; female; mothers; postmenopausal women; menopausal women",
     "adults", 0},
    {kP, "men", "males; male", "adults", 0},
    {kP, "athletes", "athlete; runners; soccer players; cyclists; sportspeople", "", 0},
    {kP, "employees", "workers; employee; workplace", "adults", 0,
     "nurses = healthcare workers, doctors and nurses; shift workers; office workers"},
    {kP, "cancer patients",
     "people with cancer; patients with cancer; cancer survivors; people undergoing cancer "
     "treatment; breast cancer survivors",
     "patients", 0},
    {kP, "patients",
     "patient; inpatients; outpatients; hospitalised patients; hospitalized patients; "
     "medically complex",
     "", 0},
    {kP, "animals", "laboratory animals; animal; rodents; monkeys; pigs; animal studies; zebrafish",
     "", 0, "mice = mouse; rats = rat"},
    {kP, "veterans", "military; soldiers", "adults", 0,
     "&caregivers = carers, cancer caregivers; &refugees"},

    // Topic words
    {kB, "muscle",
     "muscles; fascia; soft tissue; connective tissue; tissue; tissues; organs; tendon; "
     "tendons; ligaments; stretch reflex; reflex; joint; spine; hip; shoulders; jaw; limb",
     "", 0},
    {kB, "brain",
     "brain chemistry; neurons; nerve; nerves; neural; mind; cortex; amygdala; hippocampus", "", 0},
    {kB, "body",
     "bodies; physical; physiological; bodily; heart; lungs; blood; cell; cells; liver; "
     "kidney; gut; stomach; skin cells; physiology; biological; lymph; bloodstream",
     "", 0},
    {kB, "medical",
     "clinical; clinician; patient care; gp; doctor; hospital; therapist; practitioner; "
     "diagnosis; prognosis; dose; dosage; placebo; health professional; healthcare; "
     "psychiatry; psychology; psychological; nutrient; medically",
     "", 0},
};

}  // namespace

std::span<const VocabularyRow> OutcomeRows() { return kRows; }

}  // namespace claimgraph
