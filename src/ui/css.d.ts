/** A style sheet imported by a script is its text (esbuild's text loader), for `adoptedStyleSheets`. */
declare module '*.css' {
  const text: string;
  export default text;
}
