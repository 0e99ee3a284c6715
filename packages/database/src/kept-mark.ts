/** How a statement begins that is worth preparing: its name follows, then the end of the comment. */
export const keptMark = '/* kept ';
