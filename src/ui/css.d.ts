/** A style sheet imported by a script is its text (esbuild's text loader), for `adoptedStyleSheets`. */
declare module '*.css' {
  const text: string;
  export default text;
}

/** The same where tests run: the test runner's own way to ask for a sheet's text. */
declare module '*.css?inline' {
  const text: string;
  export default text;
}
