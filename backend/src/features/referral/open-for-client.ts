/**
 * SQL: whether a service works where the client lives. A client with a non-disclosure order has no municipality on
 * record: the area of the employment authority that sends the client counts instead, so nothing is told of the home.
 */
export const openForClient = (service: string, client: string, senderOrganizationId: string): string =>
  `(${service}.nationwide or case when ${client}.non_disclosure or ${client}.home_municipality_code is null
      then ${service}.municipalities && (select array_append(
             array(select m.code from municipality m where m.employment_area_code = g.employment_area_code), g.home_municipality_code)
             from organization g where g.id = ${senderOrganizationId})
      else ${client}.home_municipality_code = any (${service}.municipalities) end)`;
