/** Wraps a listener so that it acts only on what a person did, and only while our extension is there. */
export type ByPerson = <E extends Event>(act: (event: E) => void) => (event: E) => void;
