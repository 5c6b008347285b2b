import { emptyServiceContent, serviceContentInput } from '@rinnalla/shared/catalogue/service-content';
import { contentColumns, contentOfRow, rowOfContent, writtenOf } from './service-columns.js';

const whole = serviceContentInput.parse({
  title: { fi: 'Puupaja Kaarna', sv: 'Träverkstaden' },
  keywords: { fi: ['puutyöt'] },
  category: 'workshop',
  languages: [
    { code: 'fi', level: 'native' },
    { code: 'ru', level: 'basic' },
  ],
  intensity: { daysPerWeekMin: 3, text: { fi: '3–4 pv/vk' } },
  durationWeeksTypical: 26,
  statutoryBases: ['kuty'],
  fundingTypes: ['purchase_framework'],
  price: { amountCents: 3900, unit: 'day' },
  contact: { role: { fi: 'Työvalmentaja' }, phone: '040 000 0001' },
  noPlacesUntil: '2027-01-11',
});

describe('the columns of a service', () => {
  it.each([
    ['an empty content', emptyServiceContent()],
    ['a written one', whole],
  ])('hold %s unchanged', (_name, content) => {
    expect(contentOfRow(rowOfContent(content))).toEqual(content);
  });

  it('are each named once for reading and writing', () => {
    expect([...contentColumns].sort()).toEqual(Object.keys(rowOfContent(emptyServiceContent())).sort());
  });

  it('tell what follows from the bases and the funding', () => {
    expect(writtenOf(whole, []).row).toMatchObject({ decision_required: true, agreement_required: true });
    expect(writtenOf(emptyServiceContent(), []).row).toMatchObject({
      decision_required: false,
      agreement_required: false,
    });
  });

  it('carry the texts of the search by language and weight', () => {
    const { texts, words } = writtenOf(whole, ['Kymenkaaren Työpajasäätiö sr']);

    expect(texts.fi.a).toBe('Puupaja Kaarna');
    expect(texts.sv.a).toBe('Träverkstaden');
    expect(texts.fi.b).toContain('puutyöt');
    expect(texts.fi.c).toContain('venäjä');
    expect(words).toContain('traverkstaden');
  });
});
