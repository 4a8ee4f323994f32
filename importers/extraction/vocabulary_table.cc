// The vocabulary: role, label, synonyms, what is broader, whether more is good.
// Written folded (lower case, spaces for hyphens); plurals in -s are added.

#include "importers/extraction/vocabulary.h"

namespace claimgraph {
namespace {

constexpr auto kI = ConceptRole::kIntervention;
constexpr auto kO = ConceptRole::kOutcome;
constexpr auto kS = ConceptRole::kSurrogate;
constexpr auto kC = ConceptRole::kCondition;
constexpr auto kP = ConceptRole::kPopulation;
constexpr auto kB = ConceptRole::kBody;

constexpr VocabularyRow kRows[] = {
    // Interventions: hands-on
    {kI, "manual therapy", "hands on therapy; bodywork; body work; physical therapy; physiotherapy",
     "", 0},
    {kI, "massage",
     "massage therapy; massages; soft tissue work; soft tissue therapy; therapeutic touch; "
     "massaging; swedish massage; deep tissue massage; massage interventions; massaged",
     "manual therapy", 0},
    {kI, "myofascial release",
     "mfr; myofascial release therapy; massage myofascial release; myofascial therapy; foam "
     "rolling",
     "manual therapy", 0},
    {kI, "acupuncture", "needling; dry needling; acupressure; electroacupuncture", "", 0},
    {kI, "chiropractic",
     "spinal manipulation; chiropractic care; osteopathy; osteopathic treatment; adjustment",
     "manual therapy", 0},
    {kI, "reflexology", "", "manual therapy", 0},
    {kI, "cupping", "cupping therapy", "manual therapy", 0},
    {kI, "reiki", "energy healing", "", 0},
    {kI, "craniosacral therapy", "", "manual therapy", 0},
    // Movement
    {kI, "exercise",
     "physical activity; physical exercise; exercise training; exercise program; exercise "
     "programme; working out; workout; movement; training; exercising; fitness; physically active",
     "", 0},
    {kI, "aerobic exercise",
     "cardio; cardiovascular exercise; endurance training; aerobic training; hiit; interval "
     "training",
     "exercise", 0},
    {kI, "resistance training",
     "strength training; weight training; weightlifting; lifting weights; resistance exercise",
     "exercise", 0},
    {kI, "walking", "daily walk; brisk walking; hiking; steps", "aerobic exercise", 0},
    {kI, "running", "jogging", "aerobic exercise", 0},
    {kI, "cycling", "biking", "aerobic exercise", 0},
    {kI, "swimming", "cold water swimming", "aerobic exercise", 0},
    {kI, "stretching",
     "stretch; stretches; stretching exercise; stretching program; stretching programme; "
     "stretching session; workplace stretching",
     "exercise", 0},
    {kI, "assisted stretching",
     "stretch therapy; assisted stretch; assisted stretches; stretch session; assisted session; "
     "partner stretching",
     "stretching; manual therapy", 0},
    {kI, "self stretching", "self stretches", "stretching", 0},
    {kI, "pnf stretching",
     "proprioceptive neuromuscular facilitation; pnf; pnf stretching technique", "stretching", 0},
    {kI, "yoga", "hatha yoga; yoga classes; yoga intervention; asana",
     "exercise; mind body practice", 0},
    {kI, "pilates", "", "exercise", 0},
    {kI, "tai chi", "qigong; qi gong", "exercise; mind body practice", 0},
    {kI, "dance", "dancing", "exercise", 0},
    {kI, "standing desk", "", "", 0},
    // Mind
    {kI, "mind body practice", "mind body approach; mind body therapy", "", 0},
    {kI, "mindfulness",
     "mindfulness practice; mindfulness training; mbsr; mindfulness based stress reduction",
     "mind body practice", 0},
    {kI, "meditation", "meditating; transcendental meditation; loving kindness",
     "mind body practice", 0},
    {kI, "relaxation technique",
     "relaxation response; relaxation training; progressive muscle relaxation; guided imagery",
     "mind body practice", 0},
    {kI, "breathing exercise",
     "breathwork; deep breathing; breathing technique; slow breathing; pranayama",
     "mind body practice", 0},
    {kI, "psychotherapy",
     "therapy; talk therapy; counselling; counseling; cognitive behavioural therapy; cognitive "
     "behavioral therapy; cbt; emdr",
     "", 0},
    {kI, "hypnosis", "hypnotherapy", "mind body practice", 0},
    {kI, "journaling", "expressive writing; gratitude journaling; gratitude; writing exercise", "",
     0},
    {kI, "values affirmation",
     "self affirmation; values affirmation exercise; affirmation; affirmations", "", 0},
    {kI, "biofeedback", "neurofeedback", "", 0},
    {kI, "music therapy", "listening to music; sound bath; sound healing; music; binaural beats",
     "", 0},
    {kI, "art therapy", "colouring; coloring", "", 0},
    {kI, "nature exposure", "forest bathing; time in nature; green space; grounding; earthing", "",
     0},
    {kI, "social support", "social interaction; social connection; social contact; friendship", "",
     0},
    {kI, "screen time",
     "social media; social media use; smartphone use; smartphones; video games; gaming; blue light",
     "", 0},
    {kI, "sleep deprivation",
     "lack of sleep; sleep loss; poor sleep; short sleep; restless night; not sleeping", "", 0},
    {kI, "napping", "power nap; naps; nap", "", 0},
    {kI, "cold exposure",
     "cold plunge; ice bath; cold shower; cryotherapy; cold water immersion; cold therapy", "", 0},
    {kI, "heat therapy", "sauna; hot bath; infrared sauna; steam room; hot yoga; heat exposure", "",
     0},
    {kI, "light therapy",
     "red light therapy; bright light therapy; sunlight; sun exposure; phototherapy; sunscreen", "",
     0},
    {kI, "aromatherapy",
     "essential oil; lavender; lavender oil; peppermint oil; tea tree oil; eucalyptus", "", 0},
    {kI, "weighted blanket", "", "", 0},
    {kI, "pet therapy", "animal assisted therapy; owning a dog; dog ownership; pets", "", 0},
    // Food and fasting
    {kI, "fasting",
     "intermittent fasting; time restricted eating; time restricted fasting; tre; trf; skipping "
     "breakfast; alternate day fasting; starvation; fasted; fasting windows",
     "diet", 0},
    {kI, "diet",
     "dieting; diets; dietary pattern; eating pattern; nutrition; eating habits; food choices; "
     "healthy eating; meal; meals; eating",
     "", 0},
    {kI, "calorie restriction",
     "caloric restriction; caloric balance; calorie deficit; fewer calories; calories; calorie; "
     "calorie counting; energy intake",
     "diet", 0},
    {kI, "mediterranean diet", "", "diet", 0},
    {kI, "ketogenic diet",
     "keto; keto diet; low carb diet; low carb; low carbohydrate diet; carnivore diet; atkins",
     "diet", 0},
    {kI, "vegan diet", "plant based diet; vegetarian diet; vegan; vegetarian; plant based", "diet",
     0},
    {kI, "gluten free diet", "gluten", "diet", 0},
    {kI, "paleo diet", "paleo", "diet", 0},
    {kI, "detox", "cleanse; juice cleanse; detox diet; detox tea", "diet", 0},
    {kI, "protein",
     "protein intake; high protein; whey; whey protein; collagen; collagen peptides; amino acids",
     "", 0},
    {kI, "sugar",
     "added sugar; sugary drinks; soda; fructose; sweeteners; artificial sweeteners; aspartame; "
     "refined sugar",
     "diet", 0},
    {kI, "salt", "sodium; salt intake", "diet", 0},
    {kI, "fibre", "fiber; dietary fibre; dietary fiber; whole grains; psyllium; oats; oatmeal",
     "diet", 0},
    {kI, "saturated fat",
     "trans fat; butter; seed oil; seed oils; coconut oil; olive oil; fats; dietary fat", "diet",
     0},
    {kI, "processed food",
     "ultra processed food; junk food; fast food; processed meat; red meat; meat; bacon", "diet",
     0},
    {kI, "fruit and vegetables",
     "vegetables; fruit; fruits; berries; blueberries; leafy greens; broccoli; spinach; kale; "
     "avocado; citrus; apples; bananas; beetroot; beet juice; tomatoes; cruciferous vegetables; "
     "greens",
     "diet", 0},
    {kI, "nuts", "almonds; walnuts; seeds; chia seeds; flaxseed; legumes; beans", "diet", 0},
    {kI, "fish", "salmon; oily fish; seafood", "diet", 0},
    {kI, "dairy", "milk; yogurt; yoghurt; cheese; kefir", "diet", 0},
    {kI, "fermented food", "kombucha; sauerkraut; kimchi; fermented foods", "diet", 0},
    {kI, "honey", "manuka honey; raw honey", "diet", 0},
    {kI, "apple cider vinegar", "vinegar; cider vinegar", "diet", 0},
    {kI, "lemon water",
     "drinking water; hydration; alkaline water; hydrogen water; water intake; hydrated", "", 0},
    {kI, "celery juice", "green juice; juicing; wheatgrass", "diet", 0},
    {kI, "coffee", "caffeine; espresso; caffeinated", "", 0},
    {kI, "tea", "green tea; matcha; chamomile; chamomile tea; herbal tea; black tea; hibiscus tea",
     "", 0},
    {kI, "alcohol", "drinking alcohol; red wine; wine; beer; alcohol consumption; heavy drinking",
     "", 0},
    {kI, "chocolate", "dark chocolate; cocoa; cacao", "diet", 0},
    {kI, "smoking",
     "tobacco; cigarettes; vaping; nicotine; cigarette smoking; e cigarettes; smokers", "", 0},
    {kI, "cannabis", "cbd; cannabidiol; marijuana; thc; cbd oil", "", 0},
    {kI, "psychedelics", "psilocybin; ketamine; microdosing; mdma; lsd", "", 0},
    // Supplements and drugs
    {kI, "supplement",
     "dietary supplement; supplementation; herbal supplement; multivitamin; nutraceutical; "
     "superfood; superfoods; supplements",
     "", 0},
    {kI, "vitamin d", "cholecalciferol; vitamin d3", "vitamin", 0},
    {kI, "vitamin c", "ascorbic acid", "vitamin", 0},
    {kI, "vitamin b12", "b12; b vitamins; folate; folic acid; niacin; vitamin b; biotin", "vitamin",
     0},
    {kI, "vitamin e", "vitamin a; vitamin k; retinol", "vitamin", 0},
    {kI, "vitamin", "vitamins; multivitamins; micronutrient", "supplement", 0},
    {kI, "magnesium", "magnesium glycinate", "mineral", 0},
    {kI, "zinc", "", "mineral", 0},
    {kI, "iron", "iron supplementation", "mineral", 0},
    {kI, "calcium", "", "mineral", 0},
    {kI, "selenium", "iodine; potassium; electrolytes", "mineral", 0},
    {kI, "mineral", "minerals", "supplement", 0},
    {kI, "omega 3", "fish oil; omega 3 fatty acids; dha; epa; cod liver oil; krill oil",
     "supplement", 0},
    {kI, "probiotic", "probiotics; prebiotics; lactobacillus; bifidobacterium", "supplement", 0},
    {kI, "turmeric", "curcumin; ginger; garlic; cinnamon; black seed oil; oregano oil",
     "herbal medicine", 0},
    {kI, "ashwagandha", "ginseng; rhodiola; adaptogen; adaptogens; maca; holy basil",
     "herbal medicine", 0},
    {kI, "st john's wort",
     "echinacea; elderberry; valerian; valerian root; ginkgo; ginkgo biloba; milk thistle; saw "
     "palmetto; kava",
     "herbal medicine", 0},
    {kI, "mushroom extract", "lion's mane; reishi; chaga; medicinal mushrooms", "herbal medicine",
     0},
    {kI, "herbal medicine",
     "herbal remedies; herbal remedy; herbs; traditional chinese medicine; ayurveda; ayurvedic "
     "medicine; homeopathy; homeopathic remedies; naturopathy",
     "supplement", 0},
    {kI, "creatine",
     "bcaas; pre workout; l theanine; l carnitine; coq10; nad; nmn; resveratrol; quercetin; "
     "glutathione; spirulina; chlorella",
     "supplement", 0},
    {kI, "melatonin supplement", "melatonin", "supplement", 0},
    {kI, "medication",
     "drug; drugs; medicine; pharmacotherapy; medicines; medications; prescription drugs; pill", "",
     0},
    {kI, "antidepressant medication", "ssri; ssris; antidepressant drugs; fluoxetine; sertraline",
     "medication", 0},
    {kI, "statin", "statins; atorvastatin", "medication", 0},
    {kI, "aspirin", "ibuprofen; paracetamol; acetaminophen; nsaid; nsaids; opioid; opioids",
     "medication", 0},
    {kI, "metformin", "insulin therapy; semaglutide; ozempic; wegovy; glp 1; tirzepatide",
     "medication", 0},
    {kI, "antibiotic", "antibiotics; antiviral; ivermectin; hydroxychloroquine", "medication", 0},
    {kI, "hormone therapy",
     "hormone replacement therapy; hrt; testosterone therapy; birth control; contraceptive",
     "medication", 0},
    {kI, "vaccine",
     "vaccination; vaccines; immunization; immunisation; booster shot; flu shot; mmr vaccine; "
     "vaccinated",
     "", 0},
    {kI, "chemotherapy", "radiotherapy; immunotherapy; surgery; percutaneous coronary intervention",
     "", 0},
    {kB, "treatment",
     "intervention; interventions; treatments; therapies; remedy; technique; techniques; practice",
     "", 0},
    {kI, "fluoride", "fluoridated water; oil pulling; charcoal toothpaste; mouthwash; flossing", "",
     0},
    {kI, "face mask", "masks; mask wearing; hand washing; social distancing", "", 0},
    {kI, "breastfeeding", "breast milk; formula feeding; infant formula", "", 0},
    {kI, "pollution exposure",
     "air pollution; microplastics; pesticides; glyphosate; bpa; plastics; heavy metals; lead "
     "exposure; wifi; 5g; emf; radiation",
     "", 0},
    {kI, "skincare",
     "moisturizer; moisturiser; retinoid; hyaluronic acid; aloe vera; dermaplaning; microneedling; "
     "botox",
     "", 0},

    // Mental outcomes
    {kO, "mental health",
     "mental wellbeing; mental well being; psychological wellbeing; psychological well being; "
     "emotional well being; emotional wellbeing; psychological symptoms; mental state; mental "
     "clarity; mental health benefits; mental health symptoms; emotional health; mental health "
     "outcomes; emotional relief; psychological health; mental health disorders",
     "", 1},
    {kC, "anxiety",
     "anxious; anxiety symptoms; state anxiety; anxiety disorder; anxiousness; worry; panic "
     "attacks; social anxiety",
     "mental health", -1},
    {kC, "depression",
     "depressive symptoms; depressive; depressed; symptoms of depression; major depressive "
     "disorder; postpartum depression; low mood; prenatal depression",
     "mental health", -1},
    {kO, "stress",
     "perceived stress; psychological stress; stress level; mental stress; emotional stress; "
     "stressed; self reported stress; stress relief; stress cycle; chronic stress; physical stress "
     "load; stressful; stress response; stress and burnout",
     "mental health", -1},
    {kC, "burnout", "exhaustion; job burnout", "stress", -1},
    {kO, "mood",
     "mood improvement; happiness; euphoria; sense of wellbeing; positive mood; happy; happier; "
     "emotional states; emotions; feel good; irritability; emotional; a lift; feel better",
     "mental health", 1},
    {kO, "self esteem",
     "confidence; self confidence; self worth; body image; insecurity; relationship insecurity; "
     "sense of sovereignty; sovereignty",
     "mental health", 1},
    {kO, "loneliness", "isolation; social isolation; feelings of isolation", "mental health", -1},
    {kO, "relaxation",
     "relaxed; relax; sense of ease; calmness; calm; relaxing; deep rest; tranquillity; calmer",
     "stress", 1},
    {kO, "cognitive function",
     "cognition; memory; focus; concentration; attention; cognitive performance; brain health; "
     "brain function; executive function; brain fog; cognitive decline; learning; creativity; iq; "
     "intelligence; mental performance; attention span",
     "", 1},
    {kO, "academic performance",
     "gpa; gpa gap; academic achievement; grades; school performance; achievement gap; work "
     "performance; productivity; job performance",
     "", 1},
    {kO, "body awareness", "interoception; proprioception; grounded and present", "", 1},
    {kO, "resilience", "emotional regulation; coping; emotion regulation; self control",
     "mental health", 1},
    {kC, "adhd",
     "autism; autistic; hyperactivity; schizophrenia; bipolar disorder; ptsd; post traumatic "
     "stress; ocd; eating disorder; eating disorders; addiction; substance abuse; trauma; suicide; "
     "self sabotage; mental illness; mental disorders; psychosis",
     "mental health", -1},
    // Sleep
    {kO, "sleep",
     "sleep quality; sleeping; sleep efficiency; sleep duration; sleep latency; falling asleep; "
     "better sleep; sleep patterns; deep sleep; rem sleep; asleep; bedtime; sleep scores; "
     "pittsburgh sleep quality index; psqi; sleep onset",
     "", 1},
    {kC, "insomnia",
     "sleep disorders; sleep apnea; sleep disturbance; sleeplessness; trouble sleeping", "sleep",
     -1},
    {kO, "fatigue",
     "tiredness; energy; energy levels; vitality; stamina; chronic fatigue; alertness", "", -1},
    // Pain and movement
    {kO, "pain",
     "pains; aches; ache; soreness; pain relief; chronic pain; pain perception; discomfort; "
     "painful; pain intensity; pain symptoms; pain conditions; widespread pain; muscle soreness; "
     "physical discomfort; cramps; leg cramp; nocturnal leg cramp",
     "", -1},
    {kC, "low back pain", "back pain; lower back pain; sciatica; sore back", "pain", -1},
    {kC, "neck pain", "shoulder pain; knee pain; tight shoulders", "pain", -1},
    {kC, "headache", "headaches", "pain", -1},
    {kC, "migraine", "migraines", "headache", -1},
    {kC, "fibromyalgia", "fibromyalgia syndrome", "pain", -1},
    {kC, "arthritis", "osteoarthritis; rheumatoid arthritis; joint pain; inflamed joints", "pain",
     -1},
    {kO, "muscle tension",
     "tension; physical tension; muscular tension; tightness; trigger points; knots; stiffness; "
     "tight muscles; muscle tightness; chronic muscular tension; holding tension; tense; spasms; "
     "chronic tension; muscle relaxation",
     "", -1},
    {kO, "flexibility",
     "range of motion; mobility; limited mobility; joint mobility; suppleness; posture; poor "
     "posture; balance and coordination",
     "", 1},
    {kO, "athletic performance",
     "performance; strength; endurance; recovery; muscle growth; muscle mass; power output; muscle "
     "strength; vo2 max; fitness level; muscle recovery",
     "", 1},
    {kO, "injury", "injuries; injured; falls; fractures; injury risk; concussion; wound", "", -1},
    {kO, "healing",
     "wound healing; tissue repair; cellular tissue repair; impaired healing; heal; heal faster; "
     "regeneration",
     "", 1},
    {kO, "quality of life",
     "wellbeing; well being; wellness; overall well being; overall wellbeing; overall health; "
     "health outcomes; health benefits; life satisfaction; general health; health; healthier; a "
     "health; physical health; healthspan",
     "", 1},
    // Weight and metabolism
    {kO, "weight",
     "weight loss; lose weight; body weight; weight gain; body fat; fat loss; fat; belly fat; bmi; "
     "body composition; body mass index; slimming; overweight; waist circumference; get fat; gain "
     "weight; weight management; fat burning",
     "", 0},
    {kC, "obesity", "obese", "weight", -1},
    {kO, "appetite", "hunger; cravings; satiety; hungry; appetite control", "weight", 0},
    {kO, "metabolism", "metabolic rate; metabolic health; energy expenditure; metabolic", "", 1},
    {kC, "diabetes",
     "type 2 diabetes; diabetic; prediabetes; glucose dependent; type 1 diabetes; gestational "
     "diabetes",
     "", -1},
    {kS, "blood sugar",
     "glucose; blood glucose; insulin; insulin resistance; insulin sensitivity; hba1c; glycemic "
     "control; fasting glucose; triglyceride glucose index; glucose levels",
     "", 0},
    {kS, "cholesterol",
     "ldl; hdl; ldl cholesterol; triglycerides; lipid; lipids; normal cholesterol; lipid levels",
     "", -1},
    {kS, "autophagy",
     "ketosis; ketones; mitochondria; mitochondrial function; telomeres; telomere length; gene "
     "expression; epigenetic; oxidative stress; free radicals; antioxidant; antioxidants",
     "", 0},
    // Heart
    {kC, "cardiovascular disease",
     "heart disease; cvd; coronary artery disease; cad; coronary disease; heart attack; myocardial "
     "infarction; acute coronary syndrome; acs; atherosclerosis; atherosclerotic; heart failure; "
     "cvd risk; cvd prevalence; silent ischemia; ischemia; cardiac events; sudden cardiac events; "
     "cardiovascular health; heart health; cardiac arrest; cardiometabolic health; arrhythmia; "
     "atrial fibrillation; target lesion failure",
     "", -1},
    {kC, "stroke", "ischemic stroke; blood clots; thrombosis", "cardiovascular disease", -1},
    {kS, "blood pressure",
     "hypertension; systolic blood pressure; elevated blood pressure; bp; lowered blood pressure; "
     "elevated bp; normal bp; high blood pressure; resting bp; high normal bp; diastolic blood "
     "pressure",
     "", -1},
    {kS, "heart rate variability", "hrv", "heart rate", 1},
    {kS, "heart rate",
     "pulse; st depression; st segment depression; ecg; ekg; elevated "
     "st; st t changes; vagal tone",
     "", 0},
    {kS, "blood flow",
     "circulation; oxygen; oxygenation; blood vessels; nutrients; oxygen and nutrients; lymphatic "
     "drainage; arteries",
     "", 1},
    // Hormones and other surrogates
    {kS, "cortisol",
     "cortisol level; cortisol levels; stress hormone; stress hormones; hydrocortisone; cortisol "
     "response; lower cortisol",
     "hormone", -1},
    {kS, "serotonin", "serotonin level; levels of serotonin; serotonin levels", "hormone", 1},
    {kS, "dopamine", "dopamine levels", "hormone", 1},
    {kS, "oxytocin", "", "hormone", 1},
    {kS, "endorphins",
     "endorphin; release of endorphins; feel good hormones; happy hormones; feel good "
     "neurochemicals; happy chemicals; runner's high",
     "hormone", 1},
    {kS, "adrenaline",
     "epinephrine; norepinephrine; noradrenaline; urinary epinephrine; catecholamines", "hormone",
     -1},
    {kS, "hormone",
     "hormones; neurotransmitter; neurotransmitters; neurochemicals; hormonal health; hormonal "
     "balance; hormone levels; hormone production; hormonal; gaba; bdnf; testosterone; estrogen; "
     "oestrogen; growth hormone; thyroid hormone",
     "", 0},
    {kS, "parasympathetic activity",
     "parasympathetic nervous system; parasympathetic; rest and digest; relaxation mode; vagus "
     "nerve; autonomic nervous system; sympathetic nervous system; fight or flight; nervous "
     "system; central nervous system; state of high alert; ans; sympathetic",
     "", 1},
    {kS, "inflammation",
     "inflammatory; anti inflammatory; c reactive protein; crp; cytokines; swelling; inflammatory "
     "markers; chronic inflammation",
     "", -1},
    {kS, "white blood cells",
     "white blood cell production; antibodies; antibody; immune cells; natural killer cells; t "
     "cells; white blood cell",
     "", 1},
    // Immunity, infection, cancer, others
    {kO, "immune function",
     "immune system; immunity; immune response; immune health; strengthened immune system; fight "
     "illness",
     "", 1},
    {kC, "infection",
     "infections; common cold; flu; influenza; covid; covid 19; virus; viruses; respiratory "
     "infection; illness; illnesses; disease; diseases; colds; sickness; pneumonia; uti; measles; "
     "hiv; sepsis; malaria",
     "", -1},
    {kC, "cancer",
     "tumor; tumour; tumors; cancers; breast cancer; prostate cancer; colorectal cancer; lung "
     "cancer; cancer risk; leukemia; oncology; melanoma; carcinoma; cancer treatment; undergoing "
     "cancer treatment; malignancy",
     "", -1},
    {kC, "dementia",
     "alzheimer's; alzheimer's disease; alzheimer; parkinson's; parkinson's disease; "
     "neurodegenerative disease; multiple sclerosis; epilepsy; seizures",
     "", -1},
    {kO, "mortality",
     "death; premature death; life expectancy; longevity; lifespan; aging; ageing; dying; early "
     "death; death rate; survival; all cause mortality; die",
     "", -1},
    {kC, "asthma",
     "copd; allergies; allergy; hay fever; lung function; respiratory health; bronchitis; lung "
     "health",
     "", -1},
    {kO, "digestion",
     "gut health; digestive health; bloating; constipation; ibs; irritable bowel syndrome; gut "
     "microbiome; microbiome; diarrhea; acid reflux; nausea; gut bacteria; digestive system; "
     "indigestion; leaky gut; heartburn",
     "", 1},
    {kO, "skin",
     "acne; eczema; wrinkles; psoriasis; skin health; skin elasticity; complexion; hair growth; "
     "hair loss; collagen production; skin ageing; skin aging; rosacea; hair",
     "", 1},
    {kO, "bone health",
     "bone density; osteoporosis; bone mineral density; bones; joint health; joints; tooth decay; "
     "cavities; dental health; teeth; gum disease",
     "", 1},
    {kO, "fertility",
     "libido; erectile dysfunction; sexual function; menstrual pain; menopause symptoms; hot "
     "flashes; pms; period pain; menopause; sperm count; pcos; endometriosis; miscarriage; preterm "
     "birth; birth weight",
     "", 1},
    {kO, "eyesight", "vision; eye strain; myopia; hearing; tinnitus; macular degeneration", "", 1},
    {kO, "liver health",
     "kidney function; liver function; toxins; liver disease; kidney disease; fatty liver; kidney "
     "stones; gout; anaemia; anemia; thyroid function; hypothyroidism",
     "", 1},
    {kO, "symptoms",
     "symptom; physical symptoms; side effect burden; clinical outcomes; health condition; health "
     "conditions; medical condition; disorder; disorders; conditions",
     "", -1},
    {kO, "adherence", "compliance; attrition; dropout", "", 1},
    {kO, "relapse",
     "hospitalisation; hospitalization; hospital admissions; readmission; complications", "", -1},

    // Populations
    {kP, "older adults",
     "elderly; seniors; older people; older women; older men; aged; elderly people; the elderly; "
     "older individuals",
     "adults", 0},
    {kP, "adults", "healthy adults; adult; middle aged adults; working adults", "", 0},
    {kP, "young adults",
     "younger people; younger adults; younger individuals; young patients; young people; "
     "adolescents; teenagers; teens; teenager; adolescent; college students",
     "", 0},
    {kP, "children", "child; kids; toddlers; schoolchildren; boys; girls; students", "", 0},
    {kP, "infants",
     "babies; newborns; preterm infants; newborn; baby; healthy infants; premature babies; infant",
     "children", 0},
    {kP, "pregnant women",
     "pregnancy; prenatal; pregnant; antenatal; expectant mothers; pregnant mothers; during "
     "pregnancy; perinatal; maternal; pregnant people",
     "women", 0},
    {kP, "women", "woman; females; female; mothers; postmenopausal women; menopausal women",
     "adults", 0},
    {kP, "men", "males; male", "adults", 0},
    {kP, "athletes", "athlete; runners; soccer players; cyclists; sportspeople", "", 0},
    {kP, "employees",
     "workers; office workers; nurses; healthcare workers; employee; workplace; doctors and "
     "nurses; shift workers",
     "adults", 0},
    {kB, "cancer patients",
     "people with cancer; patients with cancer; cancer survivors; people undergoing cancer "
     "treatment; breast cancer survivors",
     "patients", 0},
    {kP, "patients",
     "patient; inpatients; outpatients; hospitalised patients; hospitalized patients; medically "
     "complex",
     "", 0},
    {kP, "animals",
     "mice; mouse; rats; rat; laboratory animals; animal; rodents; monkeys; pigs; animal studies; "
     "zebrafish",
     "", 0},
    {kP, "veterans", "military; soldiers; caregivers; cancer caregivers; refugees", "adults", 0},

    // Topic words
    {kB, "muscle",
     "muscles; fascia; soft tissue; connective tissue; tissue; tissues; organs; tendon; tendons; "
     "ligaments; stretch reflex; reflex; joint; spine; hip; shoulders; jaw; limb",
     "", 0},
    {kB, "brain",
     "brain chemistry; neurons; nerve; nerves; neural; mind; cortex; amygdala; hippocampus", "", 0},
    {kB, "body",
     "bodies; physical; physiological; bodily; heart; lungs; blood; cell; cells; liver; kidney; "
     "gut; stomach; skin cells; physiology; biological; lymph; bloodstream",
     "", 0},
    {kB, "medical",
     "clinical; clinician; patient care; gp; doctor; hospital; therapist; practitioner; diagnosis; "
     "prognosis; dose; dosage; placebo; health professional; healthcare; psychiatry; psychology; "
     "psychological; nutrient; medically",
     "", 0},
};

}  // namespace

std::span<const VocabularyRow> VocabularyRows() { return kRows; }

}  // namespace claimgraph
