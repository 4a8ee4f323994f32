// What people do, eat, take or are exposed to: label, synonyms, what is broader,
// whether more is good, kinds.
// Written folded (lower case, spaces for hyphens); plurals in -s are added.
//
// A synonym is another word for the same thing, fit to stand for it in a rewritten
// sentence.  What is only of the same kind is a kind, and a concept of its own.

#include "importers/extraction/vocabulary_table.h"

namespace claimgraph {
namespace {

constexpr auto kI = ConceptRole::kIntervention;
constexpr auto kB = ConceptRole::kBody;

constexpr VocabularyRow kRows[] = {
    // Interventions: hands-on
    {kI, "manual therapy", "hands on therapy; bodywork; body work; physical therapy; physiotherapy",
     "", 0},
    {kI, "massage",
     "massage therapy; massages; soft tissue work; soft tissue therapy; massaging; massage "
     "interventions; massaged",
     "manual therapy", 0, "swedish massage; deep tissue massage; &therapeutic touch"},
    {kI, "myofascial release",
     "mfr; mfr therapy; myofascial release therapy; massage myofascial release; myofascial "
     "therapy; "
     "foam rolling",
     "manual therapy", 0},
    {kI, "acupuncture", "needling", "", 0, "dry needling; acupressure; electroacupuncture"},
    {kI, "spinal manipulation", "chiropractic care; chiropractic care; chiropractic",
     "manual therapy", 0, "osteopathy = osteopathic treatment"},
    {kI, "reflexology", "", "manual therapy", 0},
    {kI, "cupping", "cupping therapy", "manual therapy", 0},
    {kI, "reiki", "energy healing", "", 0},
    {kI, "craniosacral therapy", "", "manual therapy", 0},
    // Movement
    {kI, "exercise",
     "physical activity; physical exercise; exercise training; exercise program; exercise "
     "programme; working out; workout; movement; training; exercising; fitness; physically "
     "active",
     "", 0},
    {kI, "aerobic exercise",
     "cardio; cardiovascular exercise; endurance training; aerobic training", "exercise", 0,
     "interval training = hiit"},
    {kI, "resistance training",
     "strength training; weight training; weightlifting; lifting weights; resistance "
     "exercise",
     "exercise", 0},
    {kI, "walking", "daily walk; brisk walking; steps", "aerobic exercise", 0, "hiking"},
    {kI, "running", "jogging", "aerobic exercise", 0},
    {kI, "cycling", "biking", "aerobic exercise", 0},
    {kI, "swimming", "", "aerobic exercise", 0, "cold water swimming"},
    {kI, "stretching",
     "stretch; stretches; stretching exercise; stretching program; stretching programme; "
     "stretching session; workplace stretching",
     "exercise", 0},
    {kI, "assisted stretching",
     "stretch therapy; assisted stretch; assisted stretches; stretch session; assisted "
     "session; partner stretching",
     "stretching; manual therapy", 0},
    {kI, "self stretching", "self stretches", "stretching", 0},
    {kI, "pnf stretching",
     "proprioceptive neuromuscular facilitation; pnf; pnf stretching technique", "stretching", 0},
    {kI, "yoga", "hatha yoga; yoga classes; yoga intervention; asana",
     "exercise; mind body practice", 0},
    {kI, "pilates", "", "exercise", 0},
    {kI, "tai chi", "", "exercise; mind body practice", 0, "qigong = qi gong"},
    {kI, "dance", "dancing", "exercise", 0},
    {kI, "standing desk", "", "", 0},
    // Mind
    {kI, "mind body practice", "mind body approach; mind body therapy", "", 0},
    {kI, "mindfulness",
     "mindfulness practice; mindfulness training; mbsr; mindfulness based stress reduction",
     "mind body practice", 0},
    {kI, "meditation", "meditating; transcendental meditation; loving kindness",
     "mind body practice", 0},
    {kI, "relaxation techniques", "relaxation technique; relaxation response; relaxation training",
     "mind body practice", 0, "progressive muscle relaxation; guided imagery"},
    {kI, "breathing exercises",
     "breathing exercise; breathwork; deep breathing; breathing technique; slow breathing; "
     "pranayama",
     "mind body practice", 0},
    {kI, "psychotherapy", "therapy; talk therapy; counselling; counseling", "", 0,
     "cognitive behavioural therapy = cognitive behavioral therapy, cbt; emdr"},
    {kI, "hypnosis", "hypnotherapy", "mind body practice", 0},
    {kI, "journaling", "expressive writing; writing exercise", "", 0,
     "gratitude journaling = gratitude"},
    {kI, "values affirmation",
     "self affirmation; values affirmation exercise; affirmation; affirmations", "", 0},
    {kI, "biofeedback", "neurofeedback", "", 0},
    {kI, "music therapy", "listening to music; music", "", 0,
     "sound healing = sound bath; binaural beats"},
    {kI, "art therapy", "", "", 0, "colouring = coloring"},
    {kI, "nature exposure", "time in nature; green space", "", 0,
     "forest bathing; earthing = grounding"},
    {kI, "social support", "social interaction; social connection; social contact; friendship", "",
     0},
    {kI, "screen time", "smartphone use; smartphones", "", 0,
     "social media = social media use; video games = gaming; &blue light"},
    {kI, "sleep deprivation",
     "lack of sleep; sleep loss; poor sleep; short sleep; restless night; not sleeping", "", 0},
    {kI, "napping", "power nap; naps; nap", "", 0},
    {kI, "cold exposure", "cold water immersion; cold therapy", "", 0,
     "ice baths = ice bath, cold plunge; cold showers = cold shower; cryotherapy"},
    {kI, "heat therapy", "hot bath; steam room; heat exposure", "", 0,
     "sauna = saunas, infrared sauna; hot yoga"},
    {kI, "light therapy", "red light therapy; bright light therapy; phototherapy", "", 0,
     "sunlight = sun exposure; &sunscreen"},
    {kI, "essential oils", "essential oil; aromatherapy", "", 0,
     "lavender = lavender oil; peppermint oil; tea tree oil; eucalyptus"},
    {kI, "weighted blanket", "", "", 0},
    {kI, "pet therapy", "animal assisted therapy", "", 0, "dog ownership = owning a dog, pets"},
    // Food and fasting
    {kI, "fasting", "intermittent fasting; fasted; fasting windows", "diet", 0,
     "time restricted eating = time restricted fasting, tre, trf; skipping breakfast; &starvation; "
     "alternate day fasting"},
    {kI, "diet",
     "dieting; diets; dietary pattern; eating pattern; nutrition; eating habits; food "
     "choices; healthy eating; meal; meals; eating",
     "", 0},
    {kI, "calorie restriction",
     "caloric restriction; caloric balance; calorie deficit; fewer calories; calories; "
     "calorie; calorie counting; energy intake",
     "diet", 0},
    {kI, "mediterranean diet", "", "diet", 0},
    {kI, "ketogenic diet", "keto; keto diet", "diet", 0,
     "low carb diet = low carb, low carbohydrate diet, atkins; carnivore diet"},
    {kI, "plant based diet", "plant based", "diet", 0,
     "vegan diet = vegan; vegetarian diet = vegetarian"},
    {kI, "gluten free diet", "gluten", "diet", 0},
    {kI, "paleo diet", "paleo", "diet", 0},
    {kI, "detox", "cleanse; juice cleanse; detox diet; detox tea", "diet", 0},
    {kI, "protein", "protein intake; high protein", "", 0,
     "whey protein = whey; collagen = collagen peptides; amino acids"},
    {kI, "sugar", "added sugar; refined sugar", "diet", 0,
     "sugary drinks = soda, sweetened drinks; sweeteners = artificial sweeteners, "
     "sweetener, artificial sweetener, aspartame; fructose"},
    {kI, "salt", "sodium; salt intake", "diet", 0},
    {kI, "fibre", "fiber; dietary fibre; dietary fiber", "diet", 0,
     "whole grains; psyllium; oats = oatmeal"},
    {kI, "dietary fat", "fats", "diet", 0,
     "saturated fat = saturated fats; trans fat; butter; seed oils = seed oil; coconut "
     "oil; olive oil"},
    {kI, "processed food", "ultra processed food", "diet", 0,
     "red meat = meat; processed meat = bacon; fast food = junk food"},
    {kI, "fruit and vegetables", "vegetables; fruit; fruits", "diet", 0,
     "berries; blueberries; leafy greens = greens, spinach, kale; cruciferous vegetables = "
     "broccoli; avocado; citrus; apples; bananas; beetroot = beet juice, beetroot juice; "
     "tomatoes"},
    {kI, "nuts", "", "diet", 0,
     "almonds; walnuts; &chia seeds; &flaxseed; &legumes = beans; &seeds"},
    {kI, "fish", "oily fish; seafood", "diet", 0, "salmon"},
    {kI, "dairy", "", "diet", 0, "milk; yogurt = yoghurt; cheese; kefir"},
    {kI, "fermented foods", "fermented food", "diet", 0, "kombucha; sauerkraut; kimchi"},
    {kI, "honey", "manuka honey; raw honey", "diet", 0},
    {kI, "apple cider vinegar", "vinegar; cider vinegar", "diet", 0},
    {kI, "drinking water", "hydration; water intake; hydrated", "", 0,
     "lemon water; alkaline water; hydrogen water"},
    {kI, "green juice", "juicing", "diet", 0, "celery juice; wheatgrass"},
    {kI, "coffee", "espresso", "", 0, "&caffeine = caffeinated"},
    {kI, "tea", "", "", 0,
     "green tea; matcha; chamomile = chamomile tea; black tea; hibiscus tea; herbal tea"},
    {kI, "alcohol", "drinking alcohol; alcohol consumption; heavy drinking", "", 0,
     "red wine = wine; beer"},
    {kI, "chocolate", "dark chocolate; cocoa; cacao", "diet", 0},
    {kI, "smoking", "tobacco; cigarettes; cigarette smoking; smokers", "", 0,
     "vaping = e cigarettes, e cigarette; nicotine"},
    {kI, "cannabis", "marijuana; thc", "", 0, "cbd = cannabidiol, cbd oil"},
    {kI, "psychedelics", "", "", 0, "psilocybin; ketamine; mdma; lsd; microdosing"},
    // Supplements and drugs
    {kI, "supplements",
     "supplement; dietary supplement; supplementation; herbal supplement; nutraceutical", "", 0,
     "multivitamin = multivitamins; superfood = superfoods"},
    {kI, "vitamin d", "cholecalciferol; vitamin d3", "vitamins", 0},
    {kI, "vitamin c", "ascorbic acid", "vitamins", 0},
    {kI, "vitamin b12", "b12", "vitamins", 0,
     "&folate = folic acid; &niacin; &biotin; &b vitamins = vitamin b"},
    {kI, "vitamin e", "", "vitamins", 0, "&vitamin a = retinol; &vitamin k"},
    {kI, "vitamins", "vitamin; micronutrient", "supplements", 0},
    {kI, "magnesium", "magnesium glycinate", "minerals", 0},
    {kI, "zinc", "", "minerals", 0},
    {kI, "iron", "iron supplementation", "minerals", 0},
    {kI, "calcium", "", "minerals", 0},
    {kI, "selenium", "", "minerals", 0, "&iodine; &potassium; &electrolytes"},
    {kI, "minerals", "mineral", "supplements", 0},
    {kI, "omega 3", "fish oil; omega 3 fatty acids; dha; epa; cod liver oil", "supplements", 0,
     "krill oil"},
    {kI, "probiotics", "probiotic; lactobacillus; bifidobacterium", "supplements", 0,
     "&prebiotics = prebiotic"},
    {kI, "turmeric", "curcumin", "herbal medicine", 0,
     "&ginger; &garlic; &cinnamon; &black seed oil; &oregano oil"},
    {kI, "ashwagandha", "", "herbal medicine", 0,
     "&ginseng; &rhodiola; &adaptogens = adaptogen; &maca; &holy basil"},
    {kI, "st john's wort", "", "herbal medicine", 0,
     "&echinacea; &elderberry; &valerian = valerian root; &ginkgo = ginkgo biloba; &milk thistle; "
     "&saw palmetto; &kava"},
    {kI, "mushroom extract", "medicinal mushrooms", "herbal medicine", 0,
     "lion's mane; reishi; chaga"},
    {kI, "herbal medicine", "herbal remedies; herbal remedy; herbs", "supplements", 0,
     "traditional chinese medicine; ayurveda = ayurvedic medicine; &homeopathy = homeopathic "
     "remedies; naturopathy"},
    {kI, "creatine", "", "supplements", 0,
     "&bcaas; &pre workout; &l theanine; &l carnitine; &coq10; &nmn = nad; &resveratrol; "
     "&quercetin; &glutathione; &spirulina; &chlorella"},
    {kI, "melatonin", "melatonin supplement", "supplements", 0},
    {kI, "medication",
     "drug; drugs; medicine; pharmacotherapy; medicines; medications; prescription drugs; "
     "pill",
     "", 0},
    {kI, "antidepressants", "antidepressant medication; ssri; ssris; antidepressant drugs",
     "medication", 0, "fluoxetine; sertraline"},
    {kI, "statins", "statin", "medication", 0, "atorvastatin"},
    {kI, "aspirin", "", "medication", 0,
     "&ibuprofen; &paracetamol = acetaminophen; &nsaids = nsaid; &opioids = opioid"},
    {kI, "metformin", "", "medication", 0,
     "&insulin therapy; &semaglutide = ozempic, wegovy; &glp 1 drugs = glp 1; &tirzepatide"},
    {kI, "antibiotics", "antibiotic", "medication", 0,
     "&antivirals = antiviral; &ivermectin; &hydroxychloroquine"},
    {kI, "hormone therapy", "hormone replacement therapy; hrt", "medication", 0,
     "testosterone therapy; &contraceptives = birth control, contraceptive"},
    {kI, "vaccination", "vaccine; vaccines; immunization; immunisation; booster shot; vaccinated",
     "", 0, "mmr vaccine = mmr vaccination, mmr; flu shot = flu vaccine, flu vaccination"},
    {kI, "chemotherapy", "", "", 0,
     "&radiotherapy; &immunotherapy; &surgery; &percutaneous coronary intervention"},
    {kB, "treatment",
     "intervention; interventions; treatments; therapies; remedy; technique; techniques; "
     "practice",
     "", 0},
    {kI, "fluoride", "fluoridated water", "", 0,
     "&oil pulling; &charcoal toothpaste; &mouthwash; &flossing"},
    {kI, "face masks", "face mask; masks; mask wearing", "", 0,
     "&hand washing; &social distancing"},
    {kI, "breastfeeding", "breast milk", "", 0, "&infant formula = formula feeding"},
    {kI, "pollution exposure", "", "", 0,
     "air pollution; microplastics = plastics; pesticides = glyphosate; bpa; heavy metals "
     "= lead exposure; electromagnetic fields = wifi, emf; radiation"},
    {kI, "skincare", "moisturizer; moisturiser", "", 0,
     "retinoid; hyaluronic acid; aloe vera; dermaplaning; microneedling; botox"},

};

}  // namespace

std::span<const VocabularyRow> InterventionRows() { return kRows; }

}  // namespace claimgraph
