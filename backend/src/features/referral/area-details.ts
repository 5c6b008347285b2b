/** Where a service works, for the sentence that says why it cannot be chosen. */
export const areaDetails = (
  area: { fi?: string; sv?: string } | null | undefined,
): Record<string, string> => ({
  ...(area?.fi ? { areaFi: area.fi } : {}),
  ...(area?.sv ? { areaSv: area.sv } : {}),
});
