import type pg from 'pg';
import type { Call } from './load.js';
import { type Scale, sessionTokenOf, spread, staffOfMunicipality } from './scale.js';

/** Of each read so many different requests go round: of different people, so that nothing is served from one warm page. */
const samples = 120;

const kinds = [
  'puupaja',
  'tekstiilipaja',
  'rinnallakulkija',
  'työhönvalmennus',
  'kierrätyspaja',
  'digituki',
  'ruokapaja',
  'pyöräpaja',
  'vertaisryhmä',
  'kielikahvila',
];

const callerOf = ({ municipalities, people }: Scale, index: number): string => {
  const senders = municipalities * staffOfMunicipality;
  return sessionTokenOf(
    index % 2 === 0
      ? municipalities + 1 + ((index * 7) % (senders - municipalities))
      : senders + 1 + ((index * 11) % (people - senders)),
  );
};

const range = Array.from({ length: samples }, (_, index) => index);

/** Text and municipality, as a signed-in person. */
export const searchCalls = async (superuser: pg.Pool, scale: Scale): Promise<Call[]> => {
  const { rows } = await superuser.query<{ code: string }>(
    `select code from municipality order by code limit $1`,
    [scale.municipalities],
  );
  return range.map((index) => ({
    method: 'GET',
    path: `/api/services?q=${encodeURIComponent(kinds[index % kinds.length] ?? '')}&municipality=${rows[index % rows.length]?.code}`,
    token: callerOf(scale, index),
  }));
};

/** The first 20 of one's organization, coaches and providers by turns. */
export const worklistCalls = (scale: Scale): Call[] =>
  range.map((index) => ({
    method: 'GET',
    path: '/api/referrals?list=organization&limit=20',
    token: callerOf(scale, index),
  }));

/** Cases under way and ended, read by their handlers and takers by turns. What is new is left out: reading it would acknowledge it. */
export const caseCalls = async (superuser: pg.Pool): Promise<Call[]> => {
  const { rows } = await superuser.query<{ id: string; email: string }>(
    `with numbered as (
       select r.id, case when row_number() over (order by r.id) % 2 = 0 then r.handler_id else r.assignee_id end as reader
         from referral r where r.status not in ('draft', 'sent', 'acknowledged', 'withdrawn', 'declined') and ${spread('r.id', 'case', 100)} = 0 limit $1)
     select n.id, p.email from numbered n join person p on p.id = n.reader`,
    [samples],
  );
  return rows.map(({ id, email }) => ({
    method: 'GET',
    path: `/api/referrals/${id}`,
    token: sessionTokenOf(Number(/\d+/.exec(email)?.[0])),
  }));
};
