import type { Language } from '@rinnalla/shared/kernel/localized';

interface Written {
  subject: string;
  text: string;
}
interface InvitationWords {
  link: string;
  organization: string;
  inviter: string | null;
}

/** What people get by mail about their own account: who asks, what to do, for how long, and what to do if it was not them. */
export const invitationMail: Record<Language, (words: InvitationWords) => Written> = {
  fi: ({ link, organization, inviter }) => ({
    subject: 'Kutsu Rinnallaan',
    text: `Hei,

${inviter ?? 'Organisaatiosi vastuuhenkilö'} on lisännyt sinut Rinnallan käyttäjäksi organisaatioon ${organization}. Ota tunnuksesi käyttöön tästä:

${link}

Linkki toimii seitsemän päivää ja vain kerran. Jos et odottanut kutsua, voit jättää tämän viestin huomiotta.
`,
  }),
  sv: ({ link, organization, inviter }) => ({
    subject: 'Inbjudan till Rinnalla',
    text: `Hej,

${inviter ?? 'Den ansvariga i din organisation'} har lagt till dig som användare av Rinnalla i organisationen ${organization}. Ta ditt konto i bruk här:

${link}

Länken fungerar i sju dagar och bara en gång. Om du inte väntade på en inbjudan kan du bortse från det här meddelandet.
`,
  }),
  en: ({ link, organization, inviter }) => ({
    subject: 'Invitation to Rinnalla',
    text: `Hello,

${inviter ?? 'The person in charge of your organisation'} has added you as a user of Rinnalla in ${organization}. Take your account into use here:

${link}

The link works for seven days and only once. If you did not expect an invitation, you can ignore this message.
`,
  }),
};

export const passwordResetMail: Record<Language, (link: string) => Written> = {
  fi: (link) => ({
    subject: 'Uusi salasana Rinnallaan',
    text: `Hei,

Joku, todennäköisesti sinä, pyysi uutta salasanaa Rinnallaan. Valitse se tästä:

${link}

Linkki toimii puoli tuntia ja vain kerran. Jos et pyytänyt sitä, mitään ei muutu, eikä sinun tarvitse tehdä mitään.
`,
  }),
  sv: (link) => ({
    subject: 'Nytt lösenord till Rinnalla',
    text: `Hej,

Någon, sannolikt du, bad om ett nytt lösenord till Rinnalla. Välj det här:

${link}

Länken fungerar i en halvtimme och bara en gång. Om du inte bad om den ändras ingenting, och du behöver inte göra något.
`,
  }),
  en: (link) => ({
    subject: 'New password for Rinnalla',
    text: `Hello,

Somebody, probably you, asked for a new password for Rinnalla. Choose it here:

${link}

The link works for half an hour and only once. If you did not ask for it, nothing changes and you need to do nothing.
`,
  }),
};

interface FactorsResetWords {
  organization: string;
  address: string;
}

export const factorsResetMail: Record<Language, (words: FactorsResetWords) => Written> = {
  fi: ({ organization, address }) => ({
    subject: 'Kirjautumisesi vahvistus on poistettu Rinnallasta',
    text: `Hei,

Organisaatiosi ${organization} vastuuhenkilö on poistanut kirjautumisesi vahvistustavat Rinnallasta: tunnistautumissovelluksen, pääsyavaimet ja palautuskoodit. Sinut on kirjattu ulos kaikilta laitteilta. Kun kirjaudut seuraavan kerran, otat uuden vahvistustavan käyttöön:

${address}

Jos et pyytänyt tätä, kerro siitä heti vastuuhenkilölle ja vaihda salasanasi.
`,
  }),
  sv: ({ organization, address }) => ({
    subject: 'Bekräftelsen av din inloggning har tagits bort från Rinnalla',
    text: `Hej,

Den ansvariga i din organisation ${organization} har tagit bort sätten att bekräfta din inloggning i Rinnalla: autentiseringsappen, nycklarna och återställningskoderna. Du har loggats ut från alla enheter. När du loggar in nästa gång tar du ett nytt sätt i bruk:

${address}

Om du inte bad om det här, berätta genast för den ansvariga och byt ditt lösenord.
`,
  }),
  en: ({ organization, address }) => ({
    subject: 'Your second sign-in step has been removed from Rinnalla',
    text: `Hello,

The person in charge of your organisation ${organization} has removed your second sign-in steps from Rinnalla: the authenticator app, the passkeys and the recovery codes. You have been signed out on every device. When you sign in next, you take a new one into use:

${address}

If you did not ask for this, tell the person in charge at once and change your password.
`,
  }),
};
