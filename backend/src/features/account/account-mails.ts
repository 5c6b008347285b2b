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
