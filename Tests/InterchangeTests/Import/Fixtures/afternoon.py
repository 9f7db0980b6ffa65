"""Makes afternoon.xlsx with XlsxWriter 3.2, whose files are held byte by byte to those of Excel: shared strings, a table, frozen
rows, formats of dates and times. A coordinator's list of telephone calls for the shipped small day.

    python3 afternoon.py

People and telephone numbers are made up (06 39 98 is kept free for fiction); journeys are those of Scenarios/lot-small.
"""

import csv
import datetime
import pathlib

import xlsxwriter

HERE = pathlib.Path(__file__).parent
DAY = HERE.parents[3] / "Scenarios" / "lot-small"
FIRST = [
    "Odette", "Marcel", "Huguette", "Élise", "Jean-Noël", "Paulette", "Fernand", "Yvonne", "René", "Simone", "Roger",
    "Denise", "Lucien", "Ginette", "André", "Colette", "Gaston", "Suzanne", "Émile", "Jeannine", "Kévin", "Thérèse",
]
LAST = [
    "Vayssié", "Lacaze", "Bouyssou", "Delpech", "Cayrol", "Fabrègues", "Marty", "Lescure", "Besse", "Rouquié", "Teyssèdre",
    "Calmon", "Pradines", "Soulié", "Lagarrigue", "Cantarel", "Vidal", "Mazières", "Destruel", "Conquet", "Roumieu", "Gares",
]
DRIVERS = {
    "v001": "Monique Andral", "v002": "Bernard Costes", "v003": "Jacques Rigal", "v004": "Nicole Pezet",
    "v005": "Alain Marcenac", "v006": "Josette Lafage", "tad01": "Karim Benali", "tad02": "Sylvie Bach",
    "vsl01": "Laurent Puech", "vsl02": "Fatou Diop", "taxi01": "Michel Truel", "taxi02": "Chantal Escudié",
}
PURPOSES = {
    "care": "soins", "shopping": "courses", "leisure": "loisirs", "work": "travail", "training": "formation",
}
HEADERS = [
    "Date", "Nom", "Prénom", "Téléphone", "Départ", "Destination", "Heure de rendez-vous", "Départ après", "Heure retour",
    "Motif", "Accompagnants", "Prescrit", "Observations",
]


def rows():
    places = {row["id"]: row["nom"] for row in table("places.csv")}
    trips = {}
    for row in table("bookings.csv"):
        trips.setdefault(row["reservation"], []).append(row)
    for number, legs in enumerate(trips.values()):
        out, back = legs[0], legs[1] if len(legs) > 1 else None
        away = out["lieu_depart"] if out["lieu_arrivee"].startswith("dom-") else out["lieu_arrivee"]
        starts_away = out["lieu_depart"] == away
        yield [
            datetime.date(2026, 11, 25), LAST[number], FIRST[number], f"06 39 98 {number // 10:02} {number * 7 % 100:02}",
            places[away] if starts_away else "domicile", "domicile" if starts_away else places[away],
            time(out["arrivee_avant"]), time(out["depart_apres"] or out["fin_de_soin"]),
            time((back["depart_apres"] or back["fin_de_soin"] or later(out)) if back else ""), PURPOSES[out["objet"]],
            int(out["accompagnants"] or 0), "oui" if out["assurance_maladie"] == "oui" else "non",
            "rappeler le soir" if number % 7 == 3 else None,
        ]


def table(name):
    with open(DAY / name, encoding="utf-8-sig") as file:
        return list(csv.DictReader(file, delimiter=";"))


def time(text):
    return datetime.time(*map(int, text.split(":"))) if text else None


def later(out):
    """A way back that the day fixes by the time spent there: an hour and a half after the appointment."""
    hours, minutes = map(int, (out["arrivee_avant"] or out["depart_apres"]).split(":"))
    return f"{hours + 1 + (minutes + 30) // 60}:{(minutes + 30) % 60:02}"


def contacts():
    """Whom the association knows already, by the pseudonyms of the day."""
    with open(HERE / "afternoon-contacts.csv", "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["id", "prenom", "nom", "telephone", "adresse", "remarque"])
        for number, (first, last) in enumerate(zip(FIRST, LAST)):
            writer.writerow([
                f"r{number + 1:03}", first, last, f"06 39 98 {number // 10:02} {number * 7 % 100:02}",
                f"{number * 3 + 2} chemin des Noyers", "sonner deux fois" if number % 6 == 1 else "",
            ])
        for number, (driver, name) in enumerate(DRIVERS.items()):
            writer.writerow([driver, *name.split(" "), f"06 39 98 40 {number:02}", "", ""])
        writer.writerow(["coordination", "", "Coordination", "05 65 00 00 00", "", ""])


def main():
    book = xlsxwriter.Workbook(HERE / "afternoon.xlsx")
    book.set_properties({"created": datetime.datetime(2026, 11, 24, 13, 40), "author": "Coordination"})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    hour = book.add_format({"num_format": "hh:mm"})
    sheet = book.add_worksheet("Appels du 24")
    sheet.write(0, 0, "Demandes pour mercredi 25 novembre 2026", book.add_format({"bold": True, "font_size": 16}))
    found = list(rows())
    sheet.add_table(2, 0, 2 + len(found), len(HEADERS) - 1, {"columns": [{"header": header} for header in HEADERS]})
    for number, row in enumerate(found, 3):
        for column, value in enumerate(row):
            if isinstance(value, datetime.time):
                sheet.write_datetime(number, column, value, hour)
            elif isinstance(value, datetime.date):
                sheet.write_datetime(number, column, value, day)
            elif value is not None:
                sheet.write(number, column, value)
    sheet.freeze_panes(3, 3)
    sheet.set_column(0, len(HEADERS) - 1, 16)
    notes = book.add_worksheet("Notes")
    notes.write(0, 0, "Rappeler le CCAS de Figeac jeudi.")
    book.close()
    contacts()


if __name__ == "__main__":
    main()
