/** Words for invented policy: what generated letters and registers are about. Nothing in it is about a real promise. */

/** A thing, in the singular and plural, and as the first part of a compound ("stationstoegankelijkheid"). */
export interface Thing {
  one: string;
  many: string;
  inCompound: string;
}

const thing = (line: string): Thing => {
  const [one = "", many = "", inCompound = ""] = line.split(" ");
  return { one, many, inCompound };
};

export const THINGS: readonly Thing[] = `station stations stations
bibliotheek bibliotheken bibliotheek
zwembad zwembaden zwembad
veerpont veerponten veerpont
fietspad fietspaden fietspad
sluis sluizen sluis
brug bruggen brug
schooltuin schooltuinen schooltuin
museum musea museum
ijsbaan ijsbanen ijsbaan
sporthal sporthallen sporthal
bushalte bushaltes bushalte
gemaal gemalen gemaal
dijk dijken dijk
haven havens haven
jachthaven jachthavens jachthaven
kinderboerderij kinderboerderijen kinderboerderij
muziekschool muziekscholen muziekschool
volkstuin volkstuinen volkstuin
molen molens molen
vuurtoren vuurtorens vuurtoren
camping campings camping
wandelroute wandelroutes wandelroute
speeltuin speeltuinen speeltuin
buurthuis buurthuizen buurthuis
dorpswinkel dorpswinkels dorpswinkel
marktplein marktpleinen marktplein
stadspark stadsparken stadspark
kasteel kastelen kasteel
archief archieven archief
theater theaters theater
orkest orkesten orkest
schoolkantine schoolkantines schoolkantine
fietsenstalling fietsenstallingen fietsenstallings
parkeergarage parkeergarages parkeergarage
rotonde rotondes rotonde
viaduct viaducten viaduct
strandpaviljoen strandpaviljoens strandpaviljoen
drinkwaterbron drinkwaterbronnen drinkwaterbron
warmtenet warmtenetten warmtenet
windmolenpark windmolenparken windmolenpark
zonneweide zonneweiden zonneweide
moestuin moestuinen moestuin
natuurgebied natuurgebieden natuurgebied
beekdal beekdalen beekdal
veenweide veenweiden veenweide
griend grienden griend
kwekerij kwekerijen kwekerij
imkerij imkerijen imkerij
binnenvaartschip binnenvaartschepen binnenvaartschip`
  .split("\n")
  .map(thing);

/** What can be said of each of them; also the second part of a compound. */
export const ASPECTS =
  `toegankelijkheid bekostiging veiligheid inrichting bezetting verduurzaming openingstijden bereikbaarheid vergunningen personeelsomvang
tariefstelling renovatie bewegwijzering aanbesteding verlichting geluidsoverlast luchtkwaliteit vrijwilligers digitalisering huisvesting
brandveiligheid monitoring subsidies energievoorziening afvalinzameling`.split(/\s+/);

export const REGIONS =
  `Groningen Friesland Drenthe Overijssel Flevoland Gelderland Utrecht Zeeland Limburg Twente Salland Kennemerland Waterland Westland Voorne
Walcheren Achterhoek Veluwe Betuwe Kempen Peelland Zaanstreek Gooiland Haarlemmermeer`.split(/\s+/);

export const MEMBERS =
  `Boer Yilmaz Bosscher Kooistra Tadema Brouwers Wit Jansma Loon Hoekema Smalbrugge Terpstra Ouwehoek Verhagel Dijkgraaff Zandvoorder
Molenkamp Rietveldt Aksoyer Hazelhof Vennegoor Wijnberger Kortekaasje Uiterwijk`.split(/\s+/);

/** What a brief is asked to hold: the words that one commitment has and the next does not. */
export const ANGLES =
  `wachttijden|de verdeelsleutel|de rol van provincies|internationale voorbeelden|de gevolgen voor ouderen|lessen uit de proef|knelpunten bij kleine gemeenten|de planning tot 2030|een nulmeting|klachten van omwonenden|samenwerking met ondernemers|de onafhankelijke toets|juridische belemmeringen|regionale verschillen|een afwegingskader|alternatieve financiering|de inzet van studenten|meetmethoden|winterse omstandigheden|de maatschappelijke baten`.split(
    "|",
  );
