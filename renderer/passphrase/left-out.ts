// Words of the proposal's list that are not proposed: an officer writes seven words by hand, for an
// envelope that a bank keeps. The list was reviewed word by word on 1 December 2026; a word that may
// mean something else as well is left out anyway.

/** The words, by the reason why a bank would not print them. */
export const LEFT_OUT = {
  // The body, and what is private.
  body: `
    arousal bloated bloating bloomers bootie breeches bronchial bunion bust camisole caress catcall
    cathouse celibate cesarean cesspool chaste commode corset dandruff deodorant diaper divorcee
    douche drool epidural estrogen excretion exes fetal filth flaccid flatworm flirt fondling gag
    gallstone gestate gestation gigolo gonad groin grope hangnail humped impotence impotent
    jockstrap kissable kisser kissing knickers latrine laxative lubricant lubricate lustiness maggot
    mammogram manhandle manhood massager mating moaner moaning naturist negligee ogle outhouse
    parasite parasitic pelvis platonic pregnant prenatal procreate prude rash rectal romp rotten
    rotting roundworm scabbed scarring seduce seducing sensuous showgirl skinning skintight spew
    squatted squatter squatting stench sterile stinging stinking swab thigh thong trimester udder
    unclad unclothed underwear underwire undress unisexual unrobed unwed upchuck urologist vaseline
    vixen womb wooing`,
  // Insults.
  insults: `
    arrogance arrogant baboon badass blaspheme bonehead boogieman brownnose brute buffoon cheating
    childish chimp chump crook crudeness cruelness curse cussed darn deceit deceiver deceiving
    deception deceptive demeaning depraved despise deviant devious dingbat dork dwarf dweeb
    egomaniac egotism egotistic expletive fanatic flatfoot fool geek gentile geriatric glutton
    goofball goofiness goon greedless grinch gullible gutless hardhead headless henchman hunchback
    imbecile immature impolite imprudent junkie lard manlike mannish mongrel mutt nerd nutcase
    nuttiness oaf obnoxious oink pauper phoniness poser pranker punk pushover quack rascal runt
    scoundrel scrooge skinhead slacker slacking smugness snitch spinster squealer stooge stupor
    tightwad traitor twerp unhelpful unlikable unlovable unloved unloving untruth unwanted varmint
    villain wackiness wannabe wimp womanless womanlike`,
  // Violence, crime and death.
  violence: `
    ambush arson avenge avenging backstab bash battered battering bribe browbeat buckshot bullfight
    bullwhip captive carnage cartel casket catacomb catfight chokehold choking clobber coroner
    crusader culprit curfew dagger deceased decompose defacing defraud demise desecrate destitute
    destruct detention detonate detonator disfigure disgrace drown duress enslave entomb eradicate
    evil exhume explode exploit extortion famine famished foe frighten frightful gallows gore
    graveness graves hacked hacker hacking handcuff handgun hate hatred haunt headstone hemlock hurt
    impale imprison jailbird jailbreak jailer jailhouse launder maimed marauding mobster mortician
    mortified mourner mournful mummified musket mutilated mutilator oppressed oppressor outrage
    overkill parole penniless perish perjurer persecute plunder plutonium poison postwar prewar
    prison prowler prowling punisher rage raging raider ransack ravage ravishing reburial repugnant
    repulsion repulsive retaliate revenge revolver riot robbing ruined sabotage savage scalding
    scalping scam scandal scapegoat shank shoplift shrapnel sinister skeletal skeleton skirmish
    slain slander slapping slashed slashing slit smite smitten smother smuggler smuggling squabble
    starved starving strangle strife sufferer suffering suffocate theft thieving thievish threaten
    treason trespass undead unshackle unwarlike uprising uranium vendetta vengeful venomous violate
    violation violator wound wrath wrecking wrongdoer`,
  // Illness and distress.
  illness: `
    achiness aching afflicted afraid aghast aids anemia anemic aneurism anger angriness anguished
    ashamed autism autistic backache bruising cataract catatonic chemo coma contusion cough
    deafening deafness degraded degrading delirious delirium delusion depress despair diabetes
    diabetic disabled dreaded dreadful earache epidemic epileptic fever gangrene glaucoma gout grief
    grievance grieving grievous headache helpless humiliate ibuprofen impaired jaundice limping
    mumps neurosis neurotic obsessed obsession obsessive pandemic panic phobia polio rabid rehab
    ritalin sadden sadness scalded scared scariness septic shame sprain stammer strep stricken
    unhearing valium vertigo`,
  // Drink, drugs and gambling.
  drugs: `
    absinthe amaretto barmaid barman barstool bartender brewing gambling hangover jackpot keg
    liqueur margarita morphine nicotine opium saloon schnapps scotch smoked smokeless smokiness
    smoking tavern`,
  // Faith, origin and politics.
  beliefs: `
    activism activist agnostic apache apostle brethren buddhism buddhist caucasian celtic chaplain
    colonial colonist comrade cupid darwinism deacon democrat diabolic diocese easter elitism eskimo
    exodus exorcism exorcist fascism feminism feminist goliath hermit islamic islamist kosher
    marxism monkhood occultist pagan pentagram pope preacher preaching profane pureblood puritan
    racism rebel reverend revolt sabbath sacrament sacred saint savior sermon siamese siberian
    sinless sinner spiritism suffrage tarot tribesman worshiper`,
  // Trade marks.
  trademarks: `
    cadillac dropbox facebook frisbee google humvee ipad iphone ipod itunes jeep kleenex lego muppet
    nintendo plexiglas popsicle scrabble sharpie superbowl superman tabasco twitter velcro visa
    walmart wikipedia xbox xerox`,
} as const;

/** All of them. */
export const leftOut: ReadonlySet<string> = new Set(
  Object.values(LEFT_OUT).flatMap((words) => words.trim().split(/\s+/)),
);

/** The words of a list that anyone would write on paper. */
export const printable = (list: readonly string[]): readonly string[] =>
  list.filter((word) => !leftOut.has(word));
