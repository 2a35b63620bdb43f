/** Names of months as the press of seven languages writes them, abbreviations and cases included. Lower case. */
const NAMES: readonly string[] = [
  // English, German, French, Spanish, Turkish, Russian, Arabic (Egypt and the Gulf; the Levant; the Maghreb)
  'january jan januar jänner janvier janv enero ene ocak oca января янв январь يناير كانون-الثاني جانفي',
  'february feb febr februar feber février fevrier févr fév febrero şubat şub subat февраля фев февр февраль فبراير شباط فيفري',
  'march mar märz maerz mär mrz mars marzo mart марта мар март مارس آذار اذار',
  'april apr avril avr abril abr nisan nis апреля апр апрель أبريل ابريل إبريل نيسان أفريل',
  'may mai mayo mayıs mayis мая май مايو أيار ايار ماي',
  'june jun juni juin junio haziran haz июня июн июнь يونيو حزيران جوان',
  'july jul juli juillet juil julio temmuz tem июля июл июль يوليو تموز جويلية',
  'august aug août aout agosto ago ağustos ağu agustos августа авг август أغسطس اغسطس آب اب أوت',
  'september sep sept septembre septiembre setiembre eylül eyl eylul сентября сен сент сентябрь سبتمبر أيلول ايلول',
  'october oct oktober okt octobre octubre ekim eki октября окт октябрь أكتوبر اكتوبر تشرين-الأول تشرين-الاول',
  'november nov novembre noviembre kasım kas kasim ноября ноя нояб ноябрь نوفمبر تشرين-الثاني',
  'december dec dezember dez décembre decembre déc diciembre dic aralık ara aralik декабря дек декабрь ديسمبر كانون-الأول كانون-الاول',
];

const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
);

/** The month a word names, from 1, or `undefined`. Case, Turkish capital dots included, does not matter. */
export function monthNamed(word: string): number | undefined {
  return MONTHS.get(word.replaceAll('İ', 'i').toLowerCase()) ?? MONTHS.get(word.toLocaleLowerCase('tr'));
}

/** Writes Arabic month names of two words with a hyphen, so that each is one word. */
export function joinTwoWordMonths(text: string): string {
  return text.replace(/(كانون|تشرين)\s+(الأول|الاول|الثاني)/g, '$1-$2');
}
