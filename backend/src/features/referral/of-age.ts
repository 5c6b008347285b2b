/** Only the year of birth is asked: somebody whose birthday decides is not turned away. Without a year nobody is. */
export const mayBeOfAge = (
  birthYear: number | null,
  service: { ageMin: number | null; ageMax: number | null } | null,
  year: number,
): boolean => {
  if (birthYear === null || !service) return true;
  const oldest = year - birthYear;
  return oldest >= (service.ageMin ?? 0) && oldest - 1 <= (service.ageMax ?? 200);
};
