/** Names that a locator map may write on itself, in the interface languages: countries by ISO 3166-1 numeric code, seas by where their name stands. */
import type { TextLanguage } from '../../src/facts/entity.ts';

/** All four interface languages: a label is never a fallback. */
export type Label = Readonly<Record<TextLanguage, string>>;

/** Countries of the pack's region and around its capitals; a country not listed here is drawn without its name. */
export const COUNTRY_LABELS: Readonly<Record<string, Label>> = {
  '760': { en: 'Syria', tr: 'Suriye', ar: 'سوريا', ru: 'Сирия' },
  '792': { en: 'Turkey', tr: 'Türkiye', ar: 'تركيا', ru: 'Турция' },
  '368': { en: 'Iraq', tr: 'Irak', ar: 'العراق', ru: 'Ирак' },
  '422': { en: 'Lebanon', tr: 'Lübnan', ar: 'لبنان', ru: 'Ливан' },
  '400': { en: 'Jordan', tr: 'Ürdün', ar: 'الأردن', ru: 'Иордания' },
  '364': { en: 'Iran', tr: 'İran', ar: 'إيران', ru: 'Иран' },
  '643': { en: 'Russia', tr: 'Rusya', ar: 'روسيا', ru: 'Россия' },
  '804': { en: 'Ukraine', tr: 'Ukrayna', ar: 'أوكرانيا', ru: 'Украина' },
  '268': { en: 'Georgia', tr: 'Gürcistan', ar: 'جورجيا', ru: 'Грузия' },
  '398': { en: 'Kazakhstan', tr: 'Kazakistan', ar: 'كازاخستان', ru: 'Казахстан' },
  '860': { en: 'Uzbekistan', tr: 'Özbekistan', ar: 'أوزبكستان', ru: 'Узбекистан' },
  '795': { en: 'Turkmenistan', tr: 'Türkmenistan', ar: 'تركمانستان', ru: 'Туркмения' },
  '156': { en: 'China', tr: 'Çin', ar: 'الصين', ru: 'Китай' },
  '300': { en: 'Greece', tr: 'Yunanistan', ar: 'اليونان', ru: 'Греция' },
  '642': { en: 'Romania', tr: 'Romanya', ar: 'رومانيا', ru: 'Румыния' },
  '818': { en: 'Egypt', tr: 'Mısır', ar: 'مصر', ru: 'Египет' },
  '682': { en: 'Saudi Arabia', tr: 'Suudi Arabistan', ar: 'السعودية', ru: 'Сауд. Аравия' },
  '112': { en: 'Belarus', tr: 'Belarus', ar: 'بيلاروس', ru: 'Беларусь' },
  '246': { en: 'Finland', tr: 'Finlandiya', ar: 'فنلندا', ru: 'Финляндия' },
  '616': { en: 'Poland', tr: 'Polonya', ar: 'بولندا', ru: 'Польша' },
  '276': { en: 'Germany', tr: 'Almanya', ar: 'ألمانيا', ru: 'Германия' },
  '250': { en: 'France', tr: 'Fransa', ar: 'فرنسا', ru: 'Франция' },
  '380': { en: 'Italy', tr: 'İtalya', ar: 'إيطاليا', ru: 'Италия' },
  '756': { en: 'Switzerland', tr: 'İsviçre', ar: 'سويسرا', ru: 'Швейцария' },
  '724': { en: 'Spain', tr: 'İspanya', ar: 'إسبانيا', ru: 'Испания' },
  '826': { en: 'Britain', tr: 'Britanya', ar: 'بريطانيا', ru: 'Британия' },
};

/** A sea's name and the middle of the open water where it is written. */
export interface SeaLabel {
  readonly longitude: number;
  readonly latitude: number;
  readonly text: Label;
}

/** Seas of the region. The gulf between Iran and Arabia is drawn and not named: its name is disputed. */
export const SEA_LABELS: readonly SeaLabel[] = [
  { longitude: 34.1, latitude: 35.9, text: { en: 'Mediterranean', tr: 'Akdeniz', ar: 'المتوسط', ru: 'Средиземное море' } },
  { longitude: 31.0, latitude: 34.0, text: { en: 'Mediterranean', tr: 'Akdeniz', ar: 'المتوسط', ru: 'Средиземное море' } },
  { longitude: 5.4, latitude: 41.2, text: { en: 'Mediterranean', tr: 'Akdeniz', ar: 'المتوسط', ru: 'Средиземное море' } },
  { longitude: 34.5, latitude: 43.2, text: { en: 'Black Sea', tr: 'Karadeniz', ar: 'البحر الأسود', ru: 'Чёрное море' } },
  { longitude: 50.6, latitude: 42.0, text: { en: 'Caspian', tr: 'Hazar', ar: 'قزوين', ru: 'Каспий' } },
  { longitude: 19.8, latitude: 57.6, text: { en: 'Baltic Sea', tr: 'Baltık', ar: 'البلطيق', ru: 'Балтика' } },
  { longitude: 3.2, latitude: 56.3, text: { en: 'North Sea', tr: 'Kuzey Denizi', ar: 'بحر الشمال', ru: 'Северное море' } },
  { longitude: 37.9, latitude: 21.0, text: { en: 'Red Sea', tr: 'Kızıldeniz', ar: 'البحر الأحمر', ru: 'Красное море' } },
];
