import { fillTemplate, mayKeepTemplates, templateInput, unknownPlaceholdersIn } from './message-template.js';

describe('a ready message', () => {
  it('fills in how the case is called and who talks, and leaves standing what is not known', () => {
    expect(
      fillTemplate('Asia {caseNumber}: {service}. Terveisin {ownName}', {
        caseNumber: 'KVL-2026-0142',
        ownName: 'Pekka',
      }),
    ).toBe('Asia KVL-2026-0142: {service}. Terveisin Pekka');
  });

  it('has no place for anything of the client', () => {
    expect(unknownPlaceholdersIn('{firstName} {caseNumber} {surname}')).toEqual(['firstName', 'surname']);
    expect(
      templateInput.safeParse({ name: { fi: 'Kutsu' }, body: { fi: 'Hei', sv: 'Hej {clientName}' } }).success,
    ).toBe(false);
    expect(templateInput.safeParse({ name: { fi: 'Kutsu' }, body: { fi: 'Hei {ownName}' } }).success).toBe(
      true,
    );
  });

  it('is kept by those who lead or coordinate', () => {
    expect(
      (
        [
          'coach',
          'coordinator',
          'serviceManager',
          'providerWorker',
          'providerManager',
          'administrator',
        ] as const
      ).filter(mayKeepTemplates),
    ).toEqual(['coordinator', 'serviceManager', 'providerManager']);
  });
});
