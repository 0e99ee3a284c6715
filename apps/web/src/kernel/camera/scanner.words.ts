import { catalogue } from '../words.ts';

/** Texts of the camera that reads cards. */
export const scannerWords = catalogue({
  da: {
    open: 'Scan kort med kameraet',
    close: 'Luk kameraet',
    view: 'Kameraets billede',
    hold: 'Hold kortets QR-kode op foran kameraet.',
    starting: 'Kameraet starter …',
    notACard: 'Det er ikke et kort herfra.',
    lightOn: 'Tænd lys',
    lightOff: 'Sluk lys',
    turn: 'Skift kamera',
    retry: 'Prøv igen',
    problems: {
      refused:
        'Kameraet er ikke tilladt, og det er helt i orden: skriv koden i stedet. Vil du bruge kameraet, så tillad det for siden i browserens indstillinger.',
      none: 'Der er intet kamera på denne enhed. Skriv koden i stedet.',
      busy: 'Kameraet kan ikke åbnes lige nu. Luk andre programmer, der bruger det, eller skriv koden.',
      unsupported: 'Browseren kan ikke bruge kameraet her. Skriv koden i stedet.',
      unreachable: 'Kameraet kan først bruges, når der er net. Skriv koden i stedet.',
    },
  },
  en: {
    open: 'Scan cards with the camera',
    close: 'Close the camera',
    view: 'The camera’s picture',
    hold: 'Hold the card’s QR code up to the camera.',
    starting: 'The camera is starting …',
    notACard: 'That is not a card from here.',
    lightOn: 'Light on',
    lightOff: 'Light off',
    turn: 'Switch camera',
    retry: 'Try again',
    problems: {
      refused:
        'The camera is not allowed, and that is fine: type the code instead. To use the camera, allow it for this page in the browser’s settings.',
      none: 'There is no camera on this device. Type the code instead.',
      busy: 'The camera cannot be opened right now. Close other programs that use it, or type the code.',
      unsupported: 'The browser cannot use the camera here. Type the code instead.',
      unreachable: 'The camera can be used when there is a network. Type the code instead.',
    },
  },
});
