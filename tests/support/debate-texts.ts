/** Reports and decisions of debates that never were, about policy that does not exist, by people who do not exist. */

export const CLOSED_DEBATE = `De voorzitter: Ik open de vergadering. Aan het eind lees ik de toezeggingen voor. Ik geef het woord aan de heer De Boer voor zijn eerste termijn.
De heer De Boer (VVD): Voorzitter. Kan de minister toezeggen dat er een brief komt over de kassen? Ik zal de Kamer anders zelf informeren.
De voorzitter: Het woord is aan de minister.
Minister Van Dam: Ik zeg tegen de heer De Boer toe dat ik de Kamer voor de zomer een brief stuur over de energie in kassen.
Mevrouw Yilmaz (D66): Wanneer komt het onderzoek naar de loketten in dorpen?
Minister Van Dam: Ik zal de Kamer in het najaar informeren over de uitkomsten van het onderzoek naar dorpsloketten.
De voorzitter: Dan gaan we over naar de tweede termijn. Het woord is aan mevrouw Yilmaz.
Mevrouw Yilmaz (D66): Dank. Ik heb geen motie.
Minister Van Dam: Ik stuur de Kamer ook een overzicht van de bushaltes.
De voorzitter: Ik heb de volgende toezeggingen genoteerd.
De minister stuurt de Kamer voor de zomer een brief over de energie in kassen. Dat is een toezegging aan de heer De Boer.
De minister informeert de Kamer voor 1 november over het onderzoek naar de dorpsloketten. Dat was aan mevrouw Yilmaz.
De minister gaat in gesprek met de gemeenten over de zwembaden. Klopt dat zo?
De heer De Boer (VVD): Voorzitter, er mist er nog een: de minister zou nog een evaluatie van de fietspaden sturen.
Minister Van Dam: Dat klopt, dat was voor de kerst.
De voorzitter: Dan nemen we die op. Ik dank iedereen en sluit de vergadering.
`;
