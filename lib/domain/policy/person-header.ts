/** The id of the person a page was made for, percent-encoded: a call from it that comes from anybody else is refused. */
export const PERSON_HEADER = 'pasttense-person'
