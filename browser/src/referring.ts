import type { Someone } from './people.js';

export interface ReferralBrief {
  id: string;
  version: number;
  caseNumber: string;
  status: string;
  offerings: { id: string; freePlaces: number }[];
}

interface Row {
  id: string;
  firstName: string;
  goal: string;
}
interface Card {
  id: string;
  title: { fi: string };
}

export const findClient = async (coach: Someone, firstName: string): Promise<Row> => {
  const { body } = await coach.api<{ items: Row[] }>('GET', '/clients?limit=100');
  const found = body.items.find((row) => row.firstName === firstName);
  if (!found) throw new Error(`No client named ${firstName}.`);
  return found;
};

export const findService = async (someone: Someone, title: string): Promise<Card> => {
  const { body } = await someone.api<{ items: Card[] }>('GET', `/services?q=${encodeURIComponent(title)}`);
  const found = body.items.find((card) => card.title.fi === title);
  if (!found) throw new Error(`No service named ${title}.`);
  return found;
};

/** A referral as the coach's browser sends it, where a scenario begins after that. */
export const refer = async (
  coach: Someone,
  firstName: string,
  serviceTitle: string,
): Promise<ReferralBrief> => {
  const client = await findClient(coach, firstName);
  const service = await findService(coach, serviceTitle);
  const records = await coach.api<{ recordNeeded: string; text: { id: string } }>(
    'GET',
    `/clients/${client.id}/disclosure/${service.id}`,
  );
  const { recordNeeded, text } = records.body;
  const told = { textId: text.id, language: 'fi', way: 'in_person' };
  await coach.api(
    'POST',
    `/clients/${client.id}/disclosure/${service.id}/${recordNeeded}`,
    recordNeeded === 'consent' ? { ...told, validUntil: '2027-05-24' } : told,
  );
  const draft = await coach.api<ReferralBrief>('POST', '/referrals', {
    clientId: client.id,
    serviceId: service.id,
    goal: client.goal,
  });
  const sent = await act(coach, draft.body, { action: 'send' });
  if (sent.status !== 200) throw new Error(`Sending was refused: ${JSON.stringify(sent.body)}`);
  return read(coach, draft.body.id);
};

export const act = (
  someone: Someone,
  { id, version }: Pick<ReferralBrief, 'id' | 'version'>,
  given: Record<string, unknown>,
  headers: Record<string, string> = {},
) => someone.api<ReferralBrief>('POST', `/referrals/${id}/transitions`, { ...given, version }, headers);

export const read = async (someone: Someone, id: string): Promise<ReferralBrief> =>
  (await someone.api<ReferralBrief>('GET', `/referrals/${id}`)).body;
