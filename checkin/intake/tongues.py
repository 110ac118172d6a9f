"""How forms ask and are answered in other languages, as data: beginnings of words, folded, as in ``vocabulary``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from checkin.intake.folding import entries

ASKED: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "status": entries("""
        serez vous | seras tu | viendrez vous | viendras tu | participerez | participeras | etes vous present | presence
        tu viens | vous venez | pourrez vous | peux tu venir | votre reponse
        parteciperai | parteciperete | partecipi | sarai presente | sarete presenti | ci sarai | ci sarete | verrai
        vieni | confermi | vai estar | vais estar | estara presente | vai comparecer | comparecera | vais participar
        vai participar | pode comparecer | podes vir | vens ao | vas vir | viras | poderas vir | asistiras
        czy bedziesz | bedziesz | czy przyjdziesz | przyjdziesz | wezmiesz udzial | czy wezmie | udzial w | obecnosc
        bist du dabei | nimmst du teil | nehmen sie teil | kommen sie | kannst du kommen | dabei sein | teilnahme
        kom je | ben je erbij | joining us | are you joining | will you join | can we count | podras venir
        anmeldestatus | anmeldung_ | hi seras | vindreu | podras venir | comptem amb"""),
    "quantity": entries("""
        combien serez | combien etes | combien de personnes | in quanti | quanti siete | quante persone
        quantas pessoas | quantos serao | ile osob | wie viele personen | quants sereu | quantes persones | zenbat"""),
    "companions": entries("""
        con chi vieni | con chi verrai | porti qualcuno | traz alguem | trazes | osoba towarzyszaca | osoby towarzyszace
        towarzysz | bringst du jemand | in begleitung | gast mit | portes algu | vens amb | bidelagun"""),
})  # fmt: skip
"""From field to what a header has in it that asks for it."""

ANSWERS_NO = """
    abgemeldet | abgesagt | anulowan* | odwolan* | disdett* | donat de baixa | donada de baixa | desinscrit*
    malheureusement | desole | helas | sadly no | unfortunately | purtroppo | mi dispiace | infelizmente
    lamento | niestety | leider | ezin | non podo | nao vou | nao posso | non posso | em sap greu | malauradament
    desgraciadament | tristemente"""
"""How an answer begins that declines."""

ANSWERS_MAYBE = """
    itxaron* | oczekuj* | warteliste | sin respuesta | provisional
    hopefully | weiss noch | ik weet nog | nie wiem | moze | non lo so | ancora non | nao sei | ainda nao | ainda non
    quizais | non o sei | espero que | i hope"""
"""How an answer begins that decides nothing yet."""

ANSWERS_YES = """
    angemeldet | inscrit | inscrite | baieztat* | potwierdz* | zapisan* | iscritt* | prenotat* | certo | certamente
    com certeza | avec plaisir | volontiers | bien sur | con piacere | volentieri"""
"""How an answer begins that accepts."""
