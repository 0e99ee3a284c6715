/**
 * The password of every person of the sample story, so that the sign-in page can offer each by one click. It opens nothing
 * but invented data: a real installation has no such persons.
 */
export const storyPassword = 'fredagshallen-2027';
