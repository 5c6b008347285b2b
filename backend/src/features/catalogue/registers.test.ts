import { categories } from '@rinnalla/shared/catalogue/categories';
import { targetGroups } from '@rinnalla/shared/catalogue/target-groups';
import { isBusinessId } from '@rinnalla/shared/kernel/business-id';
import { readEmploymentAreas, readMunicipalities, readPtvCodes, readRegions } from './registers.js';

const municipalities = readMunicipalities();
const formsOf = (name: string): string[] => {
  const found = municipalities.find((municipality) => municipality.name.fi === name);
  return found ? [found.genitiveFi, found.locativeFi, found.directionalFi] : [];
};

describe('the register of municipalities', () => {
  it('has the 308 municipalities of 2026, each once', () => {
    expect(new Set(municipalities.map(({ code }) => code)).size).toBe(308);
    expect(municipalities).toHaveLength(308);
  });

  it.each([
    ['Helsinki', 'Helsingin', 'Helsingissä', 'Helsinkiin'],
    ['Espoo', 'Espoon', 'Espoossa', 'Espooseen'],
    ['Vantaa', 'Vantaan', 'Vantaalla', 'Vantaalle'],
    ['Kauniainen', 'Kauniaisten', 'Kauniaisissa', 'Kauniaisiin'],
    ['Kouvola', 'Kouvolan', 'Kouvolassa', 'Kouvolaan'],
    ['Kotka', 'Kotkan', 'Kotkassa', 'Kotkaan'],
    ['Hamina', 'Haminan', 'Haminassa', 'Haminaan'],
    ['Virolahti', 'Virolahden', 'Virolahdella', 'Virolahdelle'],
    ['Lappeenranta', 'Lappeenrannan', 'Lappeenrannassa', 'Lappeenrantaan'],
    ['Imatra', 'Imatran', 'Imatralla', 'Imatralle'],
    ['Tampere', 'Tampereen', 'Tampereella', 'Tampereelle'],
    ['Nokia', 'Nokian', 'Nokialla', 'Nokialle'],
    ['Kangasala', 'Kangasalan', 'Kangasalla', 'Kangasalle'],
    ['Lempäälä', 'Lempäälän', 'Lempäälässä', 'Lempäälään'],
    ['Virrat', 'Virtain', 'Virroilla', 'Virroille'],
    ['Turku', 'Turun', 'Turussa', 'Turkuun'],
    ['Salo', 'Salon', 'Salossa', 'Saloon'],
    ['Rauma', 'Rauman', 'Raumalla', 'Raumalle'],
    ['Parainen', 'Paraisten', 'Paraisilla', 'Paraisille'],
    ['Uusikaupunki', 'Uudenkaupungin', 'Uudessakaupungissa', 'Uuteenkaupunkiin'],
    ['Pori', 'Porin', 'Porissa', 'Poriin'],
    ['Oulu', 'Oulun', 'Oulussa', 'Ouluun'],
    ['Ii', 'Iin', 'Iissä', 'Iihin'],
    ['Pudasjärvi', 'Pudasjärven', 'Pudasjärvellä', 'Pudasjärvelle'],
    ['Haapavesi', 'Haapaveden', 'Haapavedellä', 'Haapavedelle'],
    ['Rovaniemi', 'Rovaniemen', 'Rovaniemellä', 'Rovaniemelle'],
    ['Seinäjoki', 'Seinäjoen', 'Seinäjoella', 'Seinäjoelle'],
    ['Riihimäki', 'Riihimäen', 'Riihimäellä', 'Riihimäelle'],
    ['Äänekoski', 'Äänekosken', 'Äänekoskella', 'Äänekoskelle'],
    ['Hyvinkää', 'Hyvinkään', 'Hyvinkäällä', 'Hyvinkäälle'],
    ['Järvenpää', 'Järvenpään', 'Järvenpäässä', 'Järvenpäähän'],
    ['Lahti', 'Lahden', 'Lahdessa', 'Lahteen'],
    ['Iisalmi', 'Iisalmen', 'Iisalmessa', 'Iisalmeen'],
    ['Mikkeli', 'Mikkelin', 'Mikkelissä', 'Mikkeliin'],
    ['Juuka', 'Juuan', 'Juuassa', 'Juukaan'],
    ['Joensuu', 'Joensuun', 'Joensuussa', 'Joensuuhun'],
    ['Loppi', 'Lopen', 'Lopella', 'Lopelle'],
    ['Kaustinen', 'Kaustisen', 'Kaustisella', 'Kaustiselle'],
    ['Varkaus', 'Varkauden', 'Varkaudessa', 'Varkauteen'],
    ['Punkalaidun', 'Punkalaitumen', 'Punkalaitumella', 'Punkalaitumelle'],
    ['Isokyrö', 'Isonkyrön', 'Isossakyrössä', 'Isoonkyröön'],
    ['Ylitornio', 'Ylitornion', 'Ylitorniolla', 'Ylitorniolle'],
    ['Raasepori', 'Raaseporin', 'Raaseporissa', 'Raaseporiin'],
  ])('knows the forms of %s', (name, ...forms) => {
    expect(formsOf(name)).toEqual(forms);
  });

  it('says i or på in Swedish', () => {
    const locatives = municipalities.map(({ locativeSv }) => locativeSv);

    expect(locatives).toEqual(
      expect.arrayContaining(['i Raseborg', 'i Uleåborg', 'på Kimitoön', 'på Karlö']),
    );
    expect(locatives.filter((form) => !/^(i|på) \S/.test(form))).toEqual([]);
  });

  it('carries only Y-tunnus whose check digit agrees', () => {
    const ids = municipalities.flatMap(({ authority }) => authority.businessId ?? []);

    expect(ids.filter((id) => !isBusinessId(id))).toEqual([]);
    expect(ids.length).toBeGreaterThan(285);
  });

  it('belongs to a known region and to exactly one employment area', () => {
    const regions = new Set(readRegions().map(({ code }) => code));
    const areas = readEmploymentAreas();

    expect(municipalities.filter(({ region }) => !regions.has(region))).toEqual([]);
    expect(areas).toHaveLength(46);
    expect(areas.flatMap((area) => area.municipalities.map((code) => `${code} ${area.code}`)).sort()).toEqual(
      municipalities.map(({ code, employmentArea }) => `${code} ${employmentArea}`).sort(),
    );
  });
});

describe('the codes of the national register', () => {
  const classes = new Set(readPtvCodes('service-classes').map(({ code }) => code));
  const groups = new Set(readPtvCodes('target-groups').map(({ code }) => code));

  it('are each there once', () => {
    expect([classes.size, groups.size, readPtvCodes('life-events').length]).toEqual([229, 17, 19]);
  });

  it('know every class and target group that our own lists point to', () => {
    expect(
      categories.flatMap(({ serviceClasses }) => [...serviceClasses]).filter((code) => !classes.has(code)),
    ).toEqual([]);
    expect(targetGroups.map(({ ptv }) => ptv).filter((code) => !groups.has(code))).toEqual([]);
  });
});
