/**
 * The demo's people. Names are invented; numbers are Ofcom's for fiction (+44 7700 900000 to
 * 900999), which no network gives to anybody. A person is known by the last three digits.
 */

/** +447700900100 for 100. */
export function demoPhone(number: number): string {
  return `+447700900${String(number).padStart(3, '0')}`
}

/** As people write it: "07700 900100". */
export function demoPhoneGiven(number: number): string {
  return `07700 900${String(number).padStart(3, '0')}`
}

export function demoEmail(name: string): string {
  return `${name.toLowerCase().replaceAll("'", '').replaceAll(' ', '.')}@mail.example`
}

/** Recipients of the running campaign, from number 100 on in this order; the last four were left out. */
export const RECIPIENT_NAMES: readonly string[] = `
  Daniel Okafor, Agnieszka Kowalska, Marius Popescu, Liam Byrne,
  Sofia Marques, Callum Fraser, Priya Nair, Ahmed Hassan,
  Jack Turner, Ewa Nowak, Elena Rusu, Kwame Mensah,
  Patrick Doyle, Bogdan Ionescu, Grace Adeyemi, Tomas Novak,
  Ryan Gallagher, Fatima Khan, Piotr Wisniewski, Owen Pritchard,
  Chidi Eze, Andrei Munteanu, Lewis Campbell, Joao Ferreira,
  Martin Holloway, Yusuf Demir, Sean Murphy, Katarzyna Lis,
  Delroy Grant, Ionut Radu, Nathan Brooks, Samir Patel,
  Viktor Hristov, Craig Donnelly, Abdul Rahman, Stephen Whitaker,
  Luca Moretti, Pawel Zielinski, Rhys Morgan, Emeka Obi,
  Darren Shaw, Mihai Stan, Connor Walsh, Jamal Edwards,
  Dariusz Wojcik, Ben Hartley, Cristian Dobre, Kieran Nolan,
  Rafael Santos, Gareth Vaughan, Hassan Ali, Scott Mackay,
  Florin Ene, Dominic Reid, Marek Kaminski, Alan Pickering,
  Neil Ashworth, Wayne Cartwright, Tariq Aziz, Colin Baxter
`
  .trim()
  .split(/,\s+/)

/** Everybody else who stands on a board or in a pool. */
export const OTHER_NAMES: Readonly<Record<number, string>> = {
  160: 'George Whitfield',
  161: 'Tomasz Zielinski',
  162: 'Olivia Bennett',
  163: 'Stefan Petrov',
  210: 'Hannah Clarke',
  211: 'Michal Dudek',
  212: 'Aaron Whitehead',
  213: 'Gheorghe Marin',
  214: 'Josh Entwistle',
  215: 'Nikolai Ivanov',
  216: 'Peter Loughran',
  218: 'Imran Sheikh',
  219: 'Robert Kershaw',
  220: 'Adam Sykes',
  221: 'Leanne Hargreaves',
  222: 'Simon Oyelaran',
}

/** The name of a person of the demo, by number. */
export function demoName(number: number): string {
  return OTHER_NAMES[number] ?? RECIPIENT_NAMES[number - 100] ?? `Person ${number}`
}
