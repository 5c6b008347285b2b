import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import type { ClientBase } from 'pg';
import { readDemonstration } from './demonstration/demonstration-files.js';
import { loadClients, loadOrganizations, loadPeople } from './demonstration/load-people.js';
import { placesHeld, type ReferralStory } from './demonstration/referral-stories.js';
import { loadTemplates } from './demonstration/load-templates.js';
import { loadServices } from './demonstration/load-services.js';

/**
 * Writes the demonstration: associations, their services and places, people and clients, all invented and marked so.
 * What is there already stays as it is. Needs the registers.
 */
export const loadDemo = async (
  owner: ClientBase,
  now: Date,
  stories: readonly ReferralStory[] = [],
): Promise<void> => {
  const demonstration = readDemonstration();
  const today = helsinkiDateOf(now);
  await loadOrganizations(owner, demonstration);
  await loadPeople(owner, demonstration);
  await loadTemplates(owner, demonstration, now);
  await loadServices(owner, demonstration, now, today, placesHeld(stories));
  await loadClients(owner, demonstration.clients, now, today);
};

/** Whether the demonstration has been written into this database. */
export const hasDemo = async (owner: ClientBase): Promise<boolean> => {
  const { rowCount } = await owner.query(`select from service where origin = 'demonstration' limit 1`);
  return rowCount === 1;
};
