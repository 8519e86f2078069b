/**
 * Whom one speaks for before one has said for which service: whoever may for none that has an owner may for one that
 * nobody owns.
 */
export const SOME_SERVICE = { owner: null }
