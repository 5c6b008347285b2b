import type { Pool } from 'pg';
import { anOrganization, type SignedIn, signedIn } from '../people.js';
import { aSharedCase } from '../shared-case.js';

/** One shared conversation and the five people who talk in it. */
export interface Talk {
  conversationId: string;
  referralId: string;
  people: SignedIn[];
}

const coaches = 3;
const workers = 2;
export const peopleOfTalk = coaches + workers;

/** As many conversations as asked for, some of them between the same municipality and association: there everybody may read all. */
export const seedTalks = async (owner: Pool, count: number, betweenTheSame = 2): Promise<Talk[]> => {
  const talks: Talk[] = [];
  for (let pair = 0; talks.length < count; pair++) {
    const municipality = await anOrganization(owner, { kind: 'municipality', name: `Kunta ${pair}` });
    const association = await anOrganization(owner, { name: `Yhdistys ${pair}` });
    for (let number = 0; number < betweenTheSame && talks.length < count; number++)
      talks.push(await aTalk(owner, municipality, association));
  }
  return talks;
};

const aTalk = async (owner: Pool, municipality: string, association: string): Promise<Talk> => {
  const many = (organizationId: string, role: 'coach' | 'providerWorker', howMany: number) =>
    Promise.all(Array.from({ length: howMany }, () => signedIn(owner, { organizationId, role })));
  const people = [
    ...(await many(municipality, 'coach', coaches)),
    ...(await many(association, 'providerWorker', workers)),
  ];
  const { sharedId, referralId } = await aSharedCase(owner, { coach: people[0]!, worker: people[coaches]! });
  return { conversationId: sharedId, referralId, people };
};
