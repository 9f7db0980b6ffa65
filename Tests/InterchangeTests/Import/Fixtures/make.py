"""Makes the workbooks beside this file with openpyxl 3.1.5, a writer that shares nothing with Camin's reader.

    python3 make.py && soffice --headless --convert-to xlsx:"Calc MS Excel 2007 XML" --outdir calc excel-like.xlsx

The second command lets LibreOffice write the same table its own way (calc/excel-like.xlsx, kept as calc.xlsx), and
`--convert-to csv:"Text - txt - csv (StarCalc)":59,34,ANSI,1` as a French computer saves it (calc-1252.csv).
People and journeys are made up.
"""

import datetime

import openpyxl
from openpyxl.styles import Font

HEADERS = [
    "Date", "Nom", "Prénom", "Téléphone", "Heure de rendez-vous", "Heure retour", "Lieu de départ",
    "Destination", "Motif", "Accompagnants", "Prescrit", "Observations",
]
DAY = datetime.date(2026, 11, 25)
ROWS = [
    ["Durand", "Élise", "06 12 34 56 78", datetime.time(8, 30), datetime.time(11, 0), "Livernon",
     "Hôpital de Figeac", "Dialyse", 0, True],
    ["Lacaze", "Jean-Noël", 612345670, datetime.time(9, 30), None, "ST-CÉRÉ", "figeac", "courses", 1, False],
    ["Vayssié", "Odette", None, datetime.time(14, 5), datetime.time(15, 45), "Livernon", "saint cere",
     "courses", None, False],
]


def fill(sheet, title, first=1):
    sheet.cell(first, 1, title).font = Font(bold=True, size=16)
    sheet.merge_cells(start_row=first, start_column=1, end_row=first, end_column=len(HEADERS))
    for column, header in enumerate(HEADERS, 1):
        sheet.cell(first + 2, column, header)
    for number, row in enumerate(ROWS, first + 3):
        date = sheet.cell(number, 1, DAY)
        date.number_format = "dd/mm/yyyy"
        for column, value in enumerate(row, 2):
            cell = sheet.cell(number, column, value)
            if isinstance(value, datetime.time):
                cell.number_format = "hh:mm"
    other = sheet.cell(first + 3 + len(ROWS), 1, DAY + datetime.timedelta(days=1))
    other.number_format = "dd/mm/yyyy"
    for column, value in enumerate(ROWS[0], 2):
        sheet.cell(first + 3 + len(ROWS), column, value)
    # A sheet that once was longer keeps empty rows with a format.
    for row in range(first + 8, first + 60):
        sheet.cell(row, 1).number_format = "dd/mm/yyyy"


def excel_like():
    book = openpyxl.Workbook()
    notes = book.active
    notes.title = "Lisez-moi"
    notes["A1"] = "Demandes de la semaine, à saisir avant 16 h."
    fill(book.create_sheet("Demandes"), "Demandes du mercredi 25 novembre 2026")
    hidden = book.create_sheet("Ancien")
    fill(hidden, "Demandes d’avant")
    hidden.sheet_state = "hidden"
    book.save("excel-like.xlsx")


def macintosh():
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet = book.active
    sheet.title = "1904"
    sheet.append(["jour", "moment", "heure", "durée", "nombre", "texte", "vrai", "formule"])
    sheet.append([
        datetime.date(2026, 11, 25), datetime.datetime(2026, 3, 29, 2, 30), datetime.time(23, 59),
        datetime.timedelta(hours=25, minutes=30), 44.608, "l’été", True, "=1+1",
    ])
    book.save("macintosh.xlsx")


def kinds():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Sortes"
    sheet["A1"] = 46351
    sheet["A1"].number_format = '[$-40C]dddd d mmmm yyyy'
    sheet["B1"] = 0.354166666666667
    sheet["B1"].number_format = 'hh"h"mm'
    sheet["C1"] = 46351.604166666664
    sheet["C1"].number_format = "dd/mm/yy hh:mm"
    sheet["D1"] = 1.0625
    sheet["D1"].number_format = "[h]:mm"
    sheet["E1"] = 44.608000000000004
    sheet["F1"] = 1234.5
    sheet["F1"].number_format = '#,##0.00 "€ d\'année"'
    sheet["G1"] = 0.5
    sheet["G1"].number_format = "General"
    sheet["H1"] = "#N/A"
    sheet["H1"].data_type = "e"
    sheet["I1"] = False
    sheet["J1"] = 612345678
    sheet["K1"] = 1e21
    # Merged downwards: one rider beside two trips.
    sheet["A3"], sheet["B3"], sheet["B4"] = "r1", "aller", "retour"
    sheet.merge_cells("A3:A4")
    book.save("kinds.xlsx")


excel_like()
macintosh()
kinds()
