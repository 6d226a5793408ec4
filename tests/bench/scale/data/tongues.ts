/** A word as it is written where it is at home, and in Latin letters. */
export type Word = readonly [native: string, latin: string];

/** A language that names are made in. */
export interface Tongue {
  readonly given: readonly Word[];
  /** Family names are a root, or two, with an ending. */
  readonly roots: readonly Word[];
  readonly endings: readonly Word[];
  readonly joint: string;
  /** Legal forms of companies. */
  readonly forms: readonly Word[];
  readonly towns: readonly Word[];
}

/** "Иван/Ivan"; a word without a slash is written in Latin letters at home too. */
function words(text: string): Word[] {
  return text.split(" ").map((pair) => {
    const [native = "", latin = native] = pair.replaceAll("_", " ").split("/");
    return [native, latin];
  });
}

function tongue(given: string, family: { roots: string; endings: string; joint?: string }, forms: string, towns: string): Tongue {
  const { roots, endings, joint = "" } = family;
  return {
    given: words(given),
    roots: words(roots),
    endings: endings.split(" ").map((ending) => (ending === "-" ? ["", ""] : words(ending)[0]!)),
    joint,
    forms: words(forms),
    towns: words(towns),
  };
}

/** The more spoken of, the earlier. */
export const tongues: readonly Tongue[] = [
  tongue(
    "James Mary Robert Patricia John Jennifer Michael Linda David Siobhán Zoë Chloë Renée Seán William Susan Thomas Sarah Daniel Karen Mark Nancy Paul Ruth",
    {
      roots:
        "Ash Black Brad Carl Clif Den East Fair Graf Hart Hol King Lang Mil Nor Ox Pem Ram Shel Stan Thorn Wal West Whit Win Wood York Hunt Ever Bram",
      endings: "ton ley son man well er field ford wood worth -",
    },
    "Ltd LLC plc Inc. Group Holdings Partners",
    "London Belfast Boston Leeds Bristol Newport Ashford Galway Perth Halifax Wellington Durban",
  ),
  tongue(
    "Иван/Ivan Мария/Mariya Пётр/Pyotr Анна/Anna Сергей/Sergey Елена/Yelena Дмитрий/Dmitriy Ольга/Olga Алексей/Aleksey Юлия/Yuliya Николай/Nikolay Фёдор/Fyodor Ирина/Irina Андрей/Andrey Наталья/Natalya Василий/Vasiliy Тимур/Timur Оксана/Oksana",
    {
      roots:
        "Иван/Ivan Петр/Petr Сидор/Sidor Кузнец/Kuznets Волк/Volk Зайц/Zayts Мороз/Moroz Павл/Pavl Семен/Semen Голуб/Golub Виноград/Vinograd Богдан/Bogdan Воробь/Vorob Фёдор/Fyodor Михайл/Mikhayl Белк/Belk Тарас/Taras Егор/Yegor Никит/Nikit Соловь/Solov Шевч/Shevch Ткач/Tkach Чайк/Chayk Жук/Zhuk Борис/Boris Степан/Stepan Яков/Yakov Щербак/Shcherbak Лебед/Lebed Гончар/Gonchar",
      endings: "ов/ov ев/ev ин/in ский/skiy енко/enko чук/chuk кин/kin ников/nikov",
    },
    "ООО/OOO ПАО/PAO ЗАО/ZAO Холдинг/Kholding Трест/Trest",
    "Москва/Moskva Киев/Kiev Казань/Kazan Грозный/Groznyy Самара/Samara Одесса/Odessa Пермь/Perm Тверь/Tver Орёл/Oryol Минск/Minsk Курск/Kursk",
  ),
  tongue(
    "محمد/Muhammad فاطمة/Fatima أحمد/Ahmad علي/Ali خديجة/Khadija يوسف/Yusuf عمر/Umar مريم/Maryam حسن/Hasan حسين/Husayn زينب/Zaynab خالد/Khalid إبراهيم/Ibrahim سلمى/Salma طارق/Tariq ليلى/Layla",
    {
      roots:
        "الشامي/al-Shami البغدادي/al-Baghdadi الحسيني/al-Husayni المصري/al-Masri التميمي/al-Tamimi القحطاني/al-Qahtani الحربي/al-Harbi الدوري/al-Duri العزاوي/al-Azzawi الجبوري/al-Jubburi الزهراني/al-Zahrani العتيبي/al-Utaybi الرفاعي/al-Rifaʿi الكعبي/al-Kaʿbi الصالح/al-Salih النجار/al-Najjar الحداد/al-Haddad الخطيب/al-Khatib السيد/al-Sayyid العمري/al-Umari حمدان/Hamdan سليمان/Sulayman منصور/Mansur قاسم/Qasim",
      endings: "-",
      joint: " ",
    },
    "شركة/Sharikat مجموعة/Majmuʿat مؤسسة/Muʾassasat",
    "بغداد/Baghdad دمشق/Dimashq القاهرة/al-Qahira الموصل/al-Mawsil حلب/Halab صنعاء/Sanʿa عمان/Amman الهول/al-Hol طرابلس/Tarabulus",
  ),
  tongue(
    "José María Óscar Lucía Iñigo Sofía Raúl Mónica Jesús Ángela Andrés Inés Joaquín Belén Martín Begoña Tomás Conceição João Luís",
    {
      roots:
        "Gonz Rodr Fern Lóp Mart Sánch Pér Góm Jimén Ruiz Hernánd Díaz Mor Muñ Álvar Rom Alons Guti Nav Torr Domíng Vázq Ram Gil Serr Peñ Núñ Ibáñ Cald Sald",
      endings: "ález íguez ández ez ero oz iño ado ão eira -",
    },
    "S.A. S.L. Cía. Grupo Ltda. Consultoría",
    "Bogotá Málaga Cádiz León Córdoba Asunción Maracaibo São_Paulo Évora Medellín Coruña Mérida",
  ),
  tongue(
    "Jürgen Zoé François Hélène Jörg Käthe Günter Léa Benoît Noémie Søren Åsa Bjørn Łukasz Małgorzata Zdeněk Tomáš Agnieszka Michał Ğülşen Ümit Şeyma Işıl Çağan",
    {
      roots:
        "Müll Schmid Schröd Grün Kühn Böhm Lefèv Dub Beaum Gagn Rouss Lund Åkerb Jørg Nørg Kowal Wiśn Dąbr Łuk Novák Dvoř Černý Yılm Şah Öztürk Çel Doğ Aydın Kılı Beck",
      endings: "er el mann re ois eau ard quist sen ski icki ák oğlu gil -",
    },
    "GmbH AG S.A.R.L. A.Ş. s.r.o. ApS Sp._z_o.o.",
    "München Köln Zürich Orléans Besançon Aarhus Malmö Łódź Kraków Brno İzmir Diyarbakır Gdańsk Düsseldorf",
  ),
  tongue(
    "伟/Wei 芳/Fang 娜/Na 敏/Min 静/Jing 丽/Li 强/Qiang 磊/Lei 洋/Yang 艳/Yan 勇/Yong 军/Jun 杰/Jie 娟/Juan 涛/Tao 明/Ming 超/Chao 秀英/Xiuying 建国/Jianguo 志强/Zhiqiang",
    {
      roots:
        "王/Wang 李/Li 张/Zhang 刘/Liu 陈/Chen 杨/Yang 黄/Huang 赵/Zhao 吴/Wu 周/Zhou 徐/Xu 孙/Sun 马/Ma 朱/Zhu 胡/Hu 林/Lin 郭/Guo 何/He 高/Gao 罗/Luo 郑/Zheng 梁/Liang 谢/Xie 宋/Song",
      endings: "-",
      joint: "",
    },
    "有限公司/Youxian_Gongsi 集团/Jituan 贸易/Maoyi",
    "上海/Shanghai 深圳/Shenzhen 广州/Guangzhou 天津/Tianjin 大连/Dalian 青岛/Qingdao",
  ),
  tongue(
    "Γιώργος/Giorgos Μαρία/Maria Νίκος/Nikos Ελένη/Eleni Κώστας/Kostas Άννα/Anna Σπύρος/Spyros Σοφία/Sofia Αλέξης/Alexis Δήμητρα/Dimitra",
    {
      roots:
        "Παπαδ/Papad Γεωργ/Georg Δημητρ/Dimitr Νικολ/Nikol Βασιλ/Vasil Αθανασ/Athanas Κωνσταντ/Konstant Μιχαλ/Michal Χριστ/Christ Σταμ/Stam Καραγ/Karag Λαμπρ/Lampr",
      endings: "όπουλος/opoulos άκης/akis ίδης/idis ίου/iou άτος/atos άς/as",
    },
    "Α.Ε./A.E. Ε.Π.Ε./E.P.E. Όμιλος/Omilos",
    "Αθήνα/Athina Πειραιάς/Peiraias Πάτρα/Patra Χανιά/Chania Λάρισα/Larisa",
  ),
];
