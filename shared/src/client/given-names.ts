/**
 * Given names that people in Finland bear, for finding a full name in a text: our own selection of common ones, of every
 * age, in Finnish, Swedish and languages that many have moved here with. One that is missing here is still found beside
 * a word of kin or before a surname of a usual form.
 *
 * Left out, for a sentence may begin with them: Kukka, Lahja, Meri, Rauha, Sade, Suvi, Sulo, Tuuli, Valo.
 */
export const givenNames: ReadonlySet<string> = new Set(
  `
  Aada Aapo Aarne Aaro Aaron Ada Adam Adele Agneta Aida Aila Aili Aimo Aini Aino Aki Aku Albert Aleksander
  Aleksanteri Aleksi Alexander Alfred Ali Alice Alina Alisa Allan Alma Alvar Amanda Amelia Amina Amir Anders
  Andreas Anette Anita Anitta Anja Anna Anne Anneli Annette Annika Annikki Annukka Ansa Anselmi Antero Anton Antti
  Anu Ari Armas Arto Arttu Arvo Asko Aslak Astrid Atte Auli Aulis Aune Axel Aysha Barbro Bengt Benjamin Berit
  Birgitta Björn Bo Camilla Carina Carita Carl Carola Caroline Cecilia Charlotta Christer Christian Christina
  Daniel David Dmitri Ebba Edith Eelis Eerik Eerika Eero Eetu Eeva Eevi Eija Eila Eino Eira Eliana Elias Elina
  Elisa Elisabet Elisabeth Elise Ella Ellen Elli Ellinoora Elmeri Elmo Elna Elsa Elvi Emil Emilia Emma Emmi Ensio
  Erik Erika Erja Erkki Erno Esko Essi Esteri Eva Eveliina Faisal Fanni Farah Fatima Fatma Filip Fredrik Frida
  Gabriel Greta Gunilla Gunnar Gustav Göran Hamza Hanna Hanne Hannele Hannes Hannu Harri Hassan Heidi Heikki Heini
  Helena Helga Helge Heli Helinä Heljä Helmi Helvi Henna Henri Henrik Henry Hilda Hilja Hilkka Hilla Hussein
  Ibrahim Ida Iida Iina Iiris Iiro Ilari Ilkka Ilmari Ilona Ilpo Ilta Immi Ines Inga Inger Ingrid Inka Inkeri Inna
  Irene Irina Iris Irja Irma Irmeli Isa Isabella Ismail Ismo Ivan Jaakko Jaana Jalmari Jan Jani Janika Janina
  Janita Janne Jari Jarkko Jarmo Jasmin Jenna Jenni Jere Jeremias Jesse Jessica Jimi Joakim Joel Johan Johanna
  Johannes John Jonas Joni Jonna Joonas Joose Jorma Josefiina Jouko Jouni Juha Juhana Juhani Juho Jukka Julia
  Julius Junnu Jussi Justiina Juuso Jyri Jyrki Kaarina Kaarlo Kai Kaija Kaino Kaisa Kalervo Kalevi Kalle Karen
  Kari Kariina Karin Karita Karl Karoliina Karolina Kaspar Kasper Kata Katariina Kati Katja Katri Katriina Kauko
  Keijo Kerttu Khadija Kia Kiia Kim Kimmo Kirsi Kirsikka Kirsti Klaus Konsta Krista Kristian Kristiina Kristina
  Kristo Kyllikki Kyösti Lari Lars Lasse Laura Lauri Lea Leena Leevi Leif Leila Lempi Lena Lenni Leo Liban Liisa
  Lilja Lilli Lina Linda Linnea Linus Lotta Lucas Ludvig Lukas Lyyli Maaria Maarit Madeleine Magnus Mahmoud Maija
  Maiju Maikki Mailis Maj Malin Manu Marcus Margareta Margit Mari Maria Mariam Marianne Marika Marita Maritta
  Marja Marjaana Marjatta Marjo Marjukka Marjut Marketta Markku Marko Markus Martin Martta Martti Maryam Mathias
  Mathilda Matias Matilda Matti Mattias Maunu Mauri Max Maxim Mehmet Merja Mervi Mia Michael Miia Miika Miikka
  Miina Mika Mikael Mikaela Mikko Mila Milja Milla Mimmi Minea Minja Minna Mira Mirja Mirjam Mirjami Mirka Miro
  Mirva Mohamed Mohammad Mohammed Mona Monica Monika Muhammad Mustafa Nadia Natalia Natasha Neea Nella Nelli
  Nestori Nette Nicklas Nicolas Niilo Niina Nikita Niklas Niko Nikolai Nils Nina Noa Noel Noora Nora Oili Oiva
  Okko Olavi Olena Olga Oliver Olivia Olli Omar Onni Oona Orvokki Oskar Oskari Osmo Ossi Otto Outi Paavo Pasi
  Patricia Patrik Paul Paula Pauli Pauliina Peggy Peik Pekka Pentti Per Pertti Peter Petra Petri Petteri Pia Pihla
  Piia Pinja Pirita Pirjo Pirkko Pontus Päivi Päivikki Raija Raila Raili Raimo Raisa Rami Rasmus Raul Rauno
  Rebecka Rebekka Reijo Reima Reino Remu Riikka Riina Riitta Riku Risto Ritva Robert Robin Roger Roni Ronja Roope
  Rosa Ruben Ruut Saana Saara Saija Saila Saima Saini Sakari Salla Salli Salme Sami Samira Samu Samuel Samuli
  Sandra Sanna Sanni Santeri Santtu Sara Sari Sarita Satu Sauli Sebastian Seija Selma Seppo Sergei Siiri Simo
  Simon Sini Sinikka Siri Sirkka Sirpa Sisko Sofia Sofie Soile Soili Sonja Sophia Stefan Stella Sten Stig Suoma
  Susanna Susanne Svante Svetlana Sylvi Taavetti Taimi Taina Taisto Taneli Tanja Tapani Tapio Tarja Tarmo Taru
  Tatjana Tauno Teemu Teija Tellervo Teppo Terhi Tero Terttu Teuvo Thomas Tiia Tiina Tiitus Timo Tino Toivo Tommi
  Toni Topi Topias Torsten Tove Tuija Tuire Tuomas Tuomo Tuovi Tuula Tuulia Tuulikki Tytti Tyyne Ulla Ulpu Ulrika
  Unto Urho Urpo Usko Vappu Veera Veijo Veikko Veli Venla Vera Verneri Veronica Vesa Victor Vieno Vihtori Viivi
  Viktor Vilho Vili Vilja Ville Vilma Viola Virpi Virva Viveka Vladimir Väinö Wilhelm Wilma Yasmin Yrjö Yusuf Åke
  Åsa Östen Zahra
  `
    .trim()
    .split(/\s+/),
);
