/** Words and sentence patterns of made-up news in four languages. Few names and many repeats, as in the news. */

/** Languages the quotes are tried in. */
export const LANGUAGES = ['en', 'tr', 'ru', 'ar'] as const;
/** One of {@link LANGUAGES}. */
export type Language = (typeof LANGUAGES)[number];

/** `{kind}` in a pattern stands for a word of that kind; `{number}` for a number. */
export interface Vocabulary {
  readonly name: readonly string[];
  readonly noun: readonly string[];
  readonly verb: readonly string[];
  readonly adjective: readonly string[];
  readonly day: readonly string[];
  /** For coining further words. */
  readonly syllables: readonly string[];
  readonly patterns: readonly string[];
  /** Sentences that stand in many entries word for word, but for a name. */
  readonly boilerplate: readonly string[];
}

const list = (words: string): readonly string[] => words.split(', ');

/** By language. */
export const VOCABULARY: Readonly<Record<Language, Vocabulary>> = {
  en: {
    name: list(
      'Idlib, Sochi, Ankara, Moscow, Damascus, Putin, Erdoğan, Assad, Peskov, Lavrov, Çavuşoğlu, Aleppo, Hama, Saraqib, Khan Shaykhun',
    ),
    noun: list(
      'ceasefire, convoy, observation post, ministry, delegation, highway, border, agreement, attack, camp, village, army, patrol, statement, offensive, meeting, hospital, shelling, family, spokesman, truce, command, force, official, crossing, brigade, corridor, aid worker, drone, airstrike',
    ),
    verb: list(
      'rejected, confirmed, denied, announced, postponed, condemned, described, reviewed, repeated, welcomed, delayed, supported, discussed, reported, criticised, signed, expected, monitored, targeted, left',
    ),
    adjective: list(
      'new, joint, heavy, northern, southern, military, civilian, fragile, final, local, senior, recent, wounded, armed, displaced',
    ),
    day: list('Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday'),
    syllables: list('con, ver, mar, tion, ist, el, ra, port, gen, lo, tem, vi, sta, ment, ur, dis, pel, or, can, dri'),
    patterns: [
      'The {noun} in {name} {verb} the {adjective} {noun} on {day}.',
      '{name} said the {adjective} {noun} near {name} had left {number} people dead and {number} wounded.',
      '“We will not accept another {noun} in {name},” the {adjective} {noun} said on {day}.',
      'According to {name}, {number} families fled the {noun} after the {adjective} {noun} was {verb}.',
      'At least {number} members of the {noun} were killed when a {noun} hit the {adjective} {noun} west of {name}.',
      '{name} and {name} {verb} the {noun} by phone on {day}, the {noun} added.',
      'The {adjective} {noun}, which {name} {verb} in {number}, covers the {noun} between {name} and {name}.',
      'It was the {adjective} {noun} of the week – and the {noun} did not say why {name} had {verb} it.',
      'No {noun} was reported in {name}, but the {noun} around {name} stayed closed.',
      'Some {number} trucks crossed the {noun} towards {name} early on {day}, witnesses and a {adjective} {noun} said.',
      '{name} {verb} that.',
    ],
    boilerplate: [
      'Reporting by our correspondents in {name} and {name}; editing by the night desk.',
      'This is a developing story about {name} and will be updated as more details come in from the region.',
      'Follow our live coverage of {name} for the latest news, pictures and analysis.',
    ],
  },
  tr: {
    name: list(
      'İdlib, Soçi, Ankara, Moskova, Şam, Putin, Erdoğan, Esad, Peskov, Lavrov, Çavuşoğlu, Halep, Hama, Serakib, Türkiye',
    ),
    noun: list(
      'ateşkes, konvoy, gözlem noktası, bakanlık, heyet, karayolu, sınır, anlaşma, saldırı, kamp, köy, ordu, devriye, açıklama, harekât, görüşme, hastane, bombardıman, aile, sözcü, mutabakat, komutanlık, kuvvet, yetkili, geçiş kapısı, tugay, koridor, yardım görevlisi, insansız hava aracı, hava saldırısı',
    ),
    verb: list(
      'reddetti, doğruladı, yalanladı, duyurdu, erteledi, kınadı, anlattı, inceledi, yineledi, destekledi, geciktirdi, ele aldı, bildirdi, eleştirdi, imzaladı, bekledi, izledi, hedef aldı, terk etti',
    ),
    adjective: list(
      'yeni, ortak, ağır, kuzeydeki, güneydeki, askerî, sivil, kırılgan, son, yerel, üst düzey, yaralı, silahlı, yerinden edilmiş',
    ),
    day: list('pazartesi, salı, çarşamba, perşembe, cuma, cumartesi, pazar'),
    syllables: list('kar, lı, mek, tor, ya, sın, gü, ven, lik, dır, ba, şı, öz, el, ku, ran, tek, in, çar, sö'),
    patterns: [
      '{name}’deki {noun} {day} günü {adjective} {noun} konusunu {verb}.',
      '{name} yakınındaki {adjective} {noun} nedeniyle {number} kişinin öldüğünü, {number} kişinin yaralandığını {name} {verb}.',
      '“{name}’de yeni bir {noun} kabul etmeyeceğiz” diyen {adjective} {noun} {day} günü konuştu.',
      '{name}’ye göre {adjective} {noun} sonrasında {number} aile {noun} bölgesinden kaçtı.',
      '{name}’nin batısında {adjective} {noun} vurulunca en az {number} {noun} mensubu hayatını kaybetti.',
      '{name} ile {name} {day} günü telefonda {noun} konusunu {verb}.',
      '{name} {number} yılında {verb}; {adjective} {noun} {name} ile {name} arasındaki {noun} için geçerli.',
      '{noun} {name} konusunda neden {verb} söylemedi – haftanın {adjective} {noun} buydu.',
      '{name}’de {noun} bildirilmedi ama {name} çevresindeki {noun} kapalı kaldı.',
      'Görgü tanıkları, {number} tırın {day} sabahı {noun} üzerinden {name}’ye geçtiğini {verb}.',
      '{name} bunu {verb}.',
    ],
    boilerplate: [
      'Haberi {name} ve {name} muhabirlerimiz yazdı; gece masası yayına hazırladı.',
      '{name} ile ilgili bu haber gelişiyor; bölgeden yeni bilgi geldikçe güncellenecek.',
      '{name} hakkındaki son gelişmeler, fotoğraflar ve analizler için canlı anlatımımızı izleyin.',
    ],
  },
  ru: {
    name: list(
      'Идлиб, Сочи, Анкара, Москва, Дамаск, Путин, Эрдоган, Асад, Песков, Лавров, Чавушоглу, Алеппо, Хама, Саракиб, Хан-Шейхун',
    ),
    noun: list(
      'перемирие, колонна, наблюдательный пост, министерство, делегация, трасса, граница, соглашение, нападение, лагерь, деревня, армия, патруль, заявление, наступление, встреча, больница, обстрел, семья, представитель, меморандум, командование, отряд, чиновник, переход, бригада, коридор, беспилотник, авиаудар',
    ),
    verb: list(
      'отверг, подтвердил, опроверг, объявил, отложил, осудил, описал, рассмотрел, повторил, приветствовал, задержал, поддержал, обсудил, сообщил, раскритиковал, подписал, ожидал, отслеживал, покинул',
    ),
    adjective: list(
      'новый, совместный, тяжёлый, северный, южный, военный, гражданский, хрупкий, последний, местный, высокопоставленный, недавний, раненый, вооружённый',
    ),
    day: list('в понедельник, во вторник, в среду, в четверг, в пятницу, в субботу, в воскресенье'),
    syllables: list('при, став, ход, ние, об, ра, вод, нос, тель, ка, пере, лён, сть, до, мир, гор, ви, зав, ест, ло'),
    patterns: [
      '{noun} у города {name} {verb} {adjective} {noun} {day}.',
      '{name}: {adjective} {noun} около {name} унёс жизни {number} человек, ещё {number} ранены.',
      '«Мы не допустим новый {noun} в районе {name}», — заявил {adjective} {noun} {day}.',
      'По данным {name}, {number} семей покинули {noun}, когда {adjective} {noun} был закрыт.',
      'Не менее {number} человек погибли, когда {noun} попал в {adjective} {noun} к западу от {name}.',
      '{name} и {name} {verb} по телефону {noun} {day}, добавил {noun}.',
      '{adjective} {noun}, который {name} {verb} в {number} году, действует между {name} и {name}.',
      'Это был {adjective} {noun} недели — и {noun} не объяснил, почему {name} его {verb}.',
      'Про {noun} в районе {name} не сообщалось, но {noun} вокруг {name} остался закрыт.',
      'Около {number} грузовиков прошли через {noun} в сторону {name} утром {day}, сообщил {adjective} {noun}.',
      '{name} это {verb}.',
    ],
    boilerplate: [
      'Материал подготовили наши корреспонденты ({name}, {name}); редактор ночной смены.',
      'Новость про {name} дополняется по мере поступления новых подробностей из региона.',
      'Следите за нашей трансляцией ({name}): последние новости, снимки и аналитика.',
    ],
  },
  ar: {
    name: list(
      'إدلب, سوتشي, أنقرة, موسكو, دمشق, بوتين, أردوغان, الأسد, بيسكوف, لافروف, جاويش أوغلو, حلب, حماة, سراقب, خان شيخون',
    ),
    noun: list(
      'الهدنة, الرتل, نقطة المراقبة, الوزارة, الوفد, الطريق, الحدود, الاتفاق, الهجوم, المخيم, القرية, الجيش, الدورية, البيان, الحملة, الاجتماع, المشفى, القصف, العائلة, المتحدث, المذكرة, القيادة, القوة, المسؤول, المعبر, اللواء, الممر, الطائرة, الغارة',
    ),
    verb: list('رفض, أكد, نفى, أعلن, أجّل, أدان, وصف, راجع, كرّر, رحّب, أخّر, دعم, ناقش, ذكر, انتقد, وقّع, توقّع, راقب, استهدف, غادر'),
    adjective: list('الجديد, المشترك, الثقيل, الشمالي, الجنوبي, العسكري, المدني, الهش, الأخير, المحلي, الرفيع, الجريح, المسلح'),
    day: list('الاثنين, الثلاثاء, الأربعاء, الخميس, الجمعة, السبت, الأحد'),
    syllables: list('مس, تع, را, فو, بين, كل, دا, حر, نو, شي, قا, لم, سو, طر, عد, خل, يا, هن, زم, جا'),
    patterns: [
      '{verb} {noun} في {name} {noun} {adjective} يوم {day}.',
      'وقال {name} إن {noun} {adjective} قرب {name} أودى بحياة {number} شخصا وأصاب {number} آخرين.',
      '«لن نقبل {noun} آخر في {name}»، هكذا {verb} {noun} {adjective} يوم {day}.',
      'وبحسب {name}، فرّت {number} عائلة من {noun} بعد {noun} {adjective}.',
      'قُتل {number} على الأقل من {noun} عندما أصابت {noun} {noun} {adjective} غرب {name}.',
      '{verb} {name} و{name} {noun} هاتفيا يوم {day}، كما أضاف {noun}.',
      '{noun} {adjective} الذي {verb} {name} عام {number} يشمل {noun} بين {name} و{name}.',
      'كان {noun} {adjective} هذا الأسبوع – ولم يقل {noun} لماذا {verb} {name} ذلك.',
      'لم يُبلَّغ عن {noun} في {name}، لكن {noun} حول {name} بقي مغلقا.',
      'عبرت {number} شاحنة {noun} نحو {name} صباح {day}، بحسب شهود و{noun} {adjective}.',
      'و{verb} {name} ذلك.',
    ],
    boilerplate: [
      'إعداد مراسلينا في {name} و{name}، وتحرير مكتب الليل.',
      'هذا خبر عاجل عن {name} وسيُحدَّث مع ورود مزيد من التفاصيل من المنطقة.',
      'تابعوا تغطيتنا المباشرة حول {name} لأحدث الأخبار والصور والتحليلات.',
    ],
  },
};
