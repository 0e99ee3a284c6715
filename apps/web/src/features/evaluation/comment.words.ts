import { catalogue } from '../../kernel/words.ts';

/** Texts of comments on paragraphs. */
export const commentWords = catalogue({
  da: {
    comments: 'Kommentarer til afsnittet',
    add: 'Kommentér afsnittet',
    text: 'Din kommentar',
    textHelp: 'Tovholderen ser den ved siden af afsnittet, når evalueringen er sendt tilbage.',
    save: 'Gem kommentaren',
    cancel: 'Annullér',
    remove: 'Tag tilbage',
    answer: 'Svar til udvalget',
    settle: 'Markér som løst',
    reopen: 'Åbn igen',
    settled: (name: string, at: string) => `Løst af ${name} ${at}`,
    open: 'Ikke løst',
    by: (name: string, at: string) => `${name}, ${at}`,
    toSettle: (count: string) => `${count} kommentarer mangler at blive løst.`,
    oneToSettle: '1 kommentar mangler at blive løst.',
  },
  en: {
    comments: 'Comments on the paragraph',
    add: 'Comment on the paragraph',
    text: 'Your comment',
    textHelp: 'The owner sees it beside the paragraph once the evaluation is returned.',
    save: 'Save the comment',
    cancel: 'Cancel',
    remove: 'Take back',
    answer: 'Answer to the committee',
    settle: 'Mark as settled',
    reopen: 'Open again',
    settled: (name, at) => `Settled by ${name} ${at}`,
    open: 'Not settled',
    by: (name, at) => `${name}, ${at}`,
    toSettle: (count) => `${count} comments are not settled yet.`,
    oneToSettle: '1 comment is not settled yet.',
  },
});
