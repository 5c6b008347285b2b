/** Addresses of the screens. Words of a public service, so in Finnish; no address carries a person's data. */
export const paths = {
  home: '/',
  signIn: '/kirjaudu',
  chooseOrganization: '/valitse-organisaatio',
  services: '/palvelut',
  service: (serviceId: string) => `/palvelut/${serviceId}`,
  ownServices: '/palvelumme',
  newService: '/palvelumme/uusi',
  editService: (serviceId: string) => `/palvelumme/${serviceId}`,
  today: '/tanaan',
  clients: '/asiakkaat',
  refer: '/ohjaa',
  referTo: (serviceId: string) => `/ohjaa/${serviceId}`,
  inbox: '/saapuneet',
  referrals: '/asiat',
  referral: (referralId: string) => `/asiat/${referralId}`,
  conversations: '/keskustelut',
} as const;
