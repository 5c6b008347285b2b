/**
 * Words beside which a name is, or is not, somebody's whom the text tells of. Small letters; our own selection. Names
 * themselves stand in `given-names.ts`.
 */

/** How Finnish words of kin, friends and neighbours begin; up to five letters follow, in `vaimonsa` and `tyttärelleni`. */
export const kinBeginnings = [
  ...['vaimo', 'avovaimo', 'aviomie', 'avomie', 'mies', 'miehe', 'puoliso', 'avopuoliso', 'rouva', 'herra'],
  ...['tyttöystäv', 'poikaystäv', 'exä', 'eksä', 'äiti', 'äidi', 'isä', 'isäpuol', 'äitipuol', 'huoltaj'],
  ...['lapsi', 'lapse', 'esikoi', 'kuopu', 'tytär', 'tyttär', 'tyttö', 'tytö', 'poika', 'poja'],
  ...['sisko', 'sisar', 'veli', 'velj', 'serku', 'serkk', 'täti', 'tädi', 'setä', 'sedä', 'lanko', 'lango'],
  ...[
    'käly',
    'anopp',
    'anopi',
    'appi',
    'isoäi',
    'isoisä',
    'mummo',
    'mummi',
    'mumma',
    'vaari',
    'ukki',
    'ukin',
  ],
  ...['pappa', 'papan', 'naapuri', 'ystävä', 'kaveri', 'kämppi', 'edunvalvoj'],
];

/** The same as whole words: Finnish ones too short to begin with, Swedish, English. */
export const kinWords = [
  ...['ex', 'eno', 'enon', 'enoni', 'enonsa', 'enolle'],
  ...['fru', 'frun', 'hustru', 'hustrun', 'maken', 'makan', 'sambo', 'sambon', 'pojkvän', 'flickvän', 'herr'],
  ...[
    'mamma',
    'mor',
    'pappa',
    'far',
    'son',
    'sonen',
    'dotter',
    'dottern',
    'syster',
    'systern',
    'bror',
    'brodern',
  ],
  ...['mormor', 'farmor', 'morfar', 'farfar', 'moster', 'faster', 'morbror', 'farbror', 'kusin', 'kusinen'],
  ...['svärmor', 'svärfar', 'granne', 'grannen', 'vän', 'vännen', 'väninna', 'kompis', 'kompisen'],
  ...['wife', 'husband', 'spouse', 'girlfriend', 'boyfriend', 'mother', 'father', 'mum', 'mom', 'dad'],
  ...['sister', 'brother', 'daughter', 'grandmother', 'grandfather', 'uncle', 'aunt', 'cousin'],
  ...['neighbour', 'neighbor', 'friend', 'mr', 'mrs', 'ms'],
];

/** Somebody at work, who is named for being reached: `työvalmentaja Kaisa Lahtinen`. Anywhere in the word. */
export const workWords = [
  ...['ohjaaj', 'valmentaj', 'koordinaattor', 'johtaj', 'sihteer', 'työntekij', 'asiantunti', 'virkailij'],
  ...['opettaj', 'esihenkilö', 'esimie', 'yhteyshenkilö', 'päällik', 'päällikk', 'tulkk', 'tulki', 'sijai'],
  ...['kollega', 'työkaver', 'hoitaj', 'lääkär', 'psykolog', 'coach'],
  ...[
    'handledar',
    'koordinator',
    'chef',
    'ersättar',
    'tolk',
    'lärar',
    'ledar',
    'arbetskamrat',
    'kontaktperson',
  ],
  ...['supervisor', 'manager', 'colleague', 'instructor', 'interpreter', 'teacher', 'counsellor'],
];

/** What stands before the name of who is spoken to, or of who signs. */
export const greetings = [
  ...[
    'hei',
    'moi',
    'moikka',
    'terve',
    'huomenta',
    'päivää',
    'hyvä',
    'kiitos',
    't',
    'terv',
    'yt',
    'terveisin',
  ],
  ...['hej', 'bästa', 'tack', 'hälsningar', 'hälsar', 'mvh'],
  ...['hi', 'hello', 'dear', 'thanks', 'regards', 'sincerely'],
];

/** What is called after somebody, as the end of the last word or the word behind: `Aino Säätiö`, `Minna Canthin koulu`. */
export const calledAfter = [
  ...[
    'ry',
    'rf',
    'oy',
    'ab',
    'sr',
    'säätiö',
    'stiftelse',
    'stiftelsen',
    'yhdistys',
    'liitto',
    'seura',
    'ryhmä',
  ],
  ...['koti', 'talo', 'koulu', 'keskus', 'paja', 'kahvila', 'kirkko', 'museo', 'lukio', 'opisto', 'puisto'],
  ...['skola', 'kyrka', 'förening', 'huset'],
];
