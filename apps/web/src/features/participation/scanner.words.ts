import { catalogue } from '../../kernel/words.ts';

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
      refused: 'Kameraet er ikke tilladt. Tillad kamera for siden i browserens indstillinger, eller skriv koden.',
      none: 'Der er intet kamera på denne enhed. Skriv koden i stedet.',
      busy: 'Kameraet kan ikke åbnes lige nu. Luk andre programmer, der bruger det, eller skriv koden.',
      unsupported: 'Browseren kan ikke bruge kameraet her. Skriv koden i stedet.',
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
      refused: 'The camera is not allowed. Allow it for this page in the browser’s settings, or type the code.',
      none: 'There is no camera on this device. Type the code instead.',
      busy: 'The camera cannot be opened right now. Close other programs that use it, or type the code.',
      unsupported: 'The browser cannot use the camera here. Type the code instead.',
    },
  },
});
