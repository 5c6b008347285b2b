import type pg from 'pg';
import { io, type Socket } from 'socket.io-client';
import { sessionTokenOf } from '../scale.js';

/** A conversation as the load meets it: who watches it, and who writes. */
export interface Place {
  conversationId: string;
  /** Numbers of the seeded people, the writer last. */
  watchers: number[];
  writer: { personId: string; organizationId: string };
}

const watchersOfPlace = 5;

/** Shared conversations, each with four of the municipality and the writer of the association; few of one municipality, since a person has at most five sockets. */
export const placesOf = async (superuser: pg.Pool, count: number): Promise<Place[]> => {
  const { rows } = await superuser.query<{
    conversationId: string;
    staff: number[];
    writer: number;
    personId: string;
    organizationId: string;
  }>(
    `with known as (
       select m.organization_id, m.person_id, substring(p.email from '\\d+')::integer as number,
              row_number() over (partition by m.organization_id order by p.email) as nth
         from membership m join person p on p.id = m.person_id),
     talk as (
       select c.*, row_number() over (partition by c.provider_organization_id order by md5(c.id::text)) as of_provider
         from conversation c
        where c.audience_organization_id is null and c.open_to_provider and not c.non_disclosure),
     spread as (select t.*, row_number() over (partition by t.sender_organization_id order by md5(t.id::text)) as of_sender from talk t where of_provider = 1)
     select s.id as "conversationId", w.number as writer, w.person_id as "personId", w.organization_id as "organizationId",
            (select array_agg(k.number) from known k where k.organization_id = s.sender_organization_id and k.nth < ${watchersOfPlace}) as staff
       from spread s join known w on w.organization_id = s.provider_organization_id and w.nth = 1
      where s.of_sender <= 4 order by s.of_sender, md5(s.id::text) limit $1`,
    [count],
  );
  return rows.map(({ conversationId, staff, writer, ...ids }) => ({
    conversationId,
    watchers: [...staff, writer],
    writer: ids,
  }));
};

/** For each municipality its staff and five of its conversations: idle sockets that have much open. */
export const idlePlacesOf = async (
  superuser: pg.Pool,
): Promise<{ staff: number[]; conversationIds: string[] }[]> => {
  const { rows } = await superuser.query<{ staff: number[]; conversationIds: string[] }>(
    `select (select array_agg(substring(p.email from '\\d+')::integer) from membership m join person p on p.id = m.person_id where m.organization_id = o.id) as staff,
            (select array_agg(id) from (select c.id from conversation c where c.sender_organization_id = o.id and c.audience_organization_id is null and not c.non_disclosure
                                         order by md5(c.id::text) limit 5) few) as "conversationIds"
       from organization o where o.kind = 'municipality' order by o.id`,
  );
  return rows;
};

/** Connects a person's socket and watches; the bare server does not look at the cookie. */
export const connect = async (
  url: string,
  person: number,
  conversationIds: readonly string[],
): Promise<Socket> => {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie: `session=${sessionTokenOf(person)}` },
  });
  await new Promise<void>(
    (resolve, reject) => void socket.once('connect', () => resolve()).once('connect_error', reject),
  );
  for (const conversationId of conversationIds) {
    const answer = (await socket.timeout(10_000).emitWithAck('watchConversation', { conversationId })) as {
      ok: boolean;
      code?: string;
    };
    if (!answer.ok) throw new Error(`${conversationId} cannot be watched: ${answer.code}.`);
  }
  return socket;
};

/** Some at a time: who comes back after an outage does not come all at once either. */
export const inTurns = async <Given, Made>(
  given: readonly Given[],
  make: (one: Given) => Promise<Made>,
  atOnce = 20,
): Promise<Made[]> => {
  const made: Made[] = [];
  for (let from = 0; from < given.length; from += atOnce)
    made.push(...(await Promise.all(given.slice(from, from + atOnce).map(make))));
  return made;
};
