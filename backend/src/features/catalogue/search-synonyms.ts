/**
 * Words that people use for the same thing, as beginnings: who types one also finds the others. Everyday words and
 * abbreviations of the field; grown from what is searched in vain.
 */
const synonymGroups: readonly (readonly string[])[] = [
  ['kuty', 'kuntouttav', 'kuntoutt'],
  ['nepsy', 'neurokirj', 'neuropsyk', 'adhd', 'autis', 'asperger', 'aistiherk', 'aistiyst'],
  ['burnout', 'uupu', 'työuupum', 'loppuunpal', 'jaksami', 'utmatt', 'utbränd'],
  ['raittiu', 'raittii', 'päihteet', 'päihde', 'toipu', 'nykter', 'sober'],
  ['kasino', 'nettikasin', 'rahapel', 'uhkapel', 'peliriippuv', 'peliongelm', 'gambling'],
  ['velka', 'velat', 'veloi', 'velkaneuv', 'talousneuv', 'ulosot', 'skuld', 'debt'],
  ['hitsa', 'metall', 'levyty', 'svets', 'weld'],
  ['autokorj', 'autopaj', 'autoala', 'renga', 'mekaanik'],
  ['mopo', 'moottorikelk', 'kelkka', 'pienkone'],
  ['vankil', 'vangi', 'rikos', 'rikosrekist', 'rikostaust', 'kriminaal', 'fängel', 'prison'],
  ['asunnot', 'kodit', 'bostadslös', 'homeless'],
  ['maahanmuut', 'ulkomaalai', 'foreigner', 'immigrant', 'invandr', 'pakolai', 'refugee'],
  ['mielenterv', 'masennu', 'ahdistu', 'psykisk', 'mental'],
  ['omaishoit', 'läheishoit', 'närståendevård', 'carer'],
  ['kyyti', 'kyydi', 'kuljetu', 'nouto', 'skjuts'],
  ['lastenhoi', 'lapsipark', 'barnpass', 'childcare'],
  ['selko', 'selkosuom', 'selkokiel', 'lättläst'],
  ['trukki', 'trukkikort', 'varast', 'logistiik'],
  ['puutarh', 'kasvimaa', 'viherala', 'trädgård', 'garden'],
  ['puupaj', 'puuty', 'puuverst', 'nikkar', 'verstas', 'snicker', 'woodwork'],
  ['opinnollist', 'osaamistodist', 'tutkinnon', 'studifier'],
  ['rinnallakulk', 'kanssakulk', 'tukihenkil', 'följeslag', 'companion'],
  ['kotoa', 'kotona', 'kotiin', 'kotikäyn', 'eristäyt', 'hembesök'],
  ['digipel', 'pelaa', 'pelaami', 'peli', 'gaming'],
  ['työnhak', 'työpaik', 'työlli', 'jobb', 'arbete', 'job', 'jobs', 'work'],
  ['nuori', 'nuore', 'nuort', 'ung', 'unga', 'young', 'youth'],
  ['ikäänty', 'konkar', 'senior', 'yli55'],
];

/** Beginnings of the other words of the groups that the word belongs to. */
export const synonymsOf = (word: string): string[] => [
  ...new Set(
    synonymGroups
      .filter((group) =>
        group.some(
          (beginning) => word === beginning || (beginning.length >= 4 && word.startsWith(beginning)),
        ),
      )
      .flat()
      .filter((beginning) => !word.startsWith(beginning)),
  ),
];
