import { ownServiceRoutes } from '@rinnalla/shared/catalogue/own-service-routes';
import type { OwnServiceView } from '@rinnalla/shared/catalogue/service';
import type { ServiceContentInput } from '@rinnalla/shared/catalogue/service-content';
import type { SignedIn } from './people.js';
import type { TestServer } from './test-server.js';

/** A content that passes the publish check. Each test states only what matters to it. */
export const aContent = (given: ServiceContentInput = {}): ServiceContentInput => ({
  title: { fi: 'Puupaja Kaarna', sv: 'Träverkstaden Kaarna', en: 'Kaarna wood workshop' },
  summary: { fi: 'Opit puutöitä ja työelämän rytmin.', sv: 'Du lär dig träarbete.' },
  description: {
    fi: 'Puupajalla korjataan kalusteita ja tehdään pihapenkkejä kaupungin puistoihin. '.repeat(5),
  },
  howToGetIn: { fi: 'Omavalmentaja ohjaa sinut palveluun.' },
  category: 'workshop',
  targetGroups: ['long_term_unemployed'],
  statutoryBases: ['jarj_valmennus'],
  dataRegime: 'assignment',
  languages: [{ code: 'fi', level: 'native' }],
  deliveryModes: ['onsite'],
  fundingTypes: ['purchase_framework'],
  municipalities: ['286'],
  support: ['lunch', 'bus'],
  contact: { role: { fi: 'Työvalmentaja' }, phone: '+358 40 000 0001' },
  substituteContact: { role: { fi: 'Toiminnanjohtaja' }, email: 'johtaja@paja.example' },
  ...given,
});

/** A published service of the manager's organization with one open offering of six places. */
export const aPublishedService = async (
  server: TestServer,
  manager: SignedIn,
  content: ServiceContentInput = {},
  offering: { capacityMax?: number; waitlistOpen?: boolean } = {},
): Promise<OwnServiceView> => {
  const { body: draft } = await server.call(
    ownServiceRoutes.create,
    { body: { content: aContent(content) } },
    manager,
  );
  await server.call(
    ownServiceRoutes.addOffering,
    {
      params: { serviceId: draft.id },
      body: {
        offering: {
          intake: 'continuous',
          capacityMax: 6,
          startInstructions: { fi: 'Tule pääovelle.' },
          ...offering,
        },
      },
    },
    manager,
  );
  const published = await server.call(
    ownServiceRoutes.publish,
    { params: { serviceId: draft.id }, body: { version: draft.version } },
    manager,
  );
  if (published.status !== 200) throw new Error(`Publishing was refused: ${JSON.stringify(published.body)}`);
  return published.body;
};
