export const fi = {
  confirm: {
    title: 'Vahvista, että olet sinä',
    lead: 'Tämä teko on sellainen, että kysymme ensin. Vahvistus riittää kymmeneksi minuutiksi.',
    password: 'Salasana',
    submit: 'Vahvista ja jatka',
    cancel: 'Peru',
  },
};
