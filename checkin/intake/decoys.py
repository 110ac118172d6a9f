"""Headers that have a field's word in them and speak of something else, as data.

``Nombre comercial`` is a shop, ``¿Vienes en coche?`` a question about parking, ``¿Con quién NO …?`` the opposite of a
wish. As in ``vocabulary``: beginnings of words, folded; ``_`` stands where a word has to end.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from checkin.intake.folding import entries as _listed

OTHERS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "name": _listed("""
        comercial | fiscal | negocio | business | trading | asociacion | association | grupo | group | marca_ | brand
        colegio | school | stand_ | taller | workshop | curso | course | actividad | activity | artistic | redes_
        bar_ | restaurant | despacho | tienda | shop | store | agencia | agency | partido | ruta_ | route | sesion
        session | startup | iniciativa | universi | centro | center | centre | conyuge | spouse | hijo | hija | child
        quien te | te invit | ha invitado | invited | padrino | recomienda | recomend | referr | referred | comercial_
        middle | segundo nombre | item | lineitem | articulo | article | legal rep | account | cuenta | team_ | equipo
        class | list_ | lista_ | campaign | campana | form_ | formulario | venue | recinto | lugar | sala_ | room
        payment | metodo | source | owner | maiden | prefix | prefijo | suffix | sufijo | title | titulo | screen name
        display | rate_ | segment | cupon | fonetic | phonetic | archiv | sales rep | nick | apodo | alias
        library | bibliotec | mascota | pet_"""),
    "given": _listed("pareja | spouse | conyuge | partner | hijo | hija | child | referr | phonetic"),
    "family": _listed("pareja | spouse | conyuge | partner | hijo | hija | child | referr | phonetic"),
    "status": _listed("""
        acompan | accompagn | companion | begleit | pareja_ | conyuge | marido_ | tu mujer | familia_ | familiar | hijo
        hija | nino | nina | child | kid | partner | plus one | guest | alguien | anyone | someone | bring | alone
        vienes solo | vienes sola | vendras solo | vendras sola | asistiras solo | asistiras sola | coche_ | car_
        parking | aparca | transport | autobus | bus_ | tren_ | train_ | newsletter | boletin | leido | read_ | lectura
        alerg | allerg | intoleran | diet | primera vez | first time | otras veces | anterior | previ | attended
        last year | past year | pasado | tambien | also_ | too_ | certifica | factura | invoice | de donde | desde donde
        donde vienes | where | como vienes | como vas | como vendras | how | que hora | what time | cuando | when_
        puntual | on time | necesit | need"""),
    "void": _listed("""
        politica | policy | seguro_ | insurance | condicion | terms | acept | accept | newsletter | boletin | medica
        laboral | entiendo | leido | planta | gasto | fee_ | plazo | deadline | amount | importe | marca"""),
    "waiting": _listed("quieres | quiero | would you | te gustaria | apuntar | si se | if_"),
    "paid": _listed("""
        fecha | date | at_ | on_ | por_ | by_ | metodo | method | forma | importe | amount | hasta | until | quien
        cantidad | quieres | factura | invoice | total | fee | tasa | comision | impuesto | tax"""),
    "diet": _listed("que no_"),
    "wishes": _listed("no_ | not_ | evitar | avoid | menos_ | incompatib"),
    "consent": _listed("patrocin | sponsor | tercer | third part | imagen | image | foto | photo"),
    "seeks": _listed("comer_ | aliment | acces | silla | moverte | transporte"),
})  # fmt: skip
"""Beginnings of words that rule a field out, besides those in ``vocabulary.EXCLUDED``."""

TOGETHER = _listed("""
    con quien | con las que | con los que | junto a | al lado | sentar | sentarte | sentarme | coincidir | mesa
    compartir | with whom | sit | seat | amb qui | seure""")
"""What a question speaks of that asks whom somebody wants at the table, or does not."""

ASIDE = _listed("""
    hotel | aloja | accommodation | bases | politica | policy | condicion | terms | norma | rules_ | acept | accept
    autoriz | menu_ | coctel | cocktail | after_ | visita_ | visit_ | taller | workshop | opt in
    consent | correo | mail""")
"""What a yes may be about besides, unless somebody is asked outright to come to the meal."""

STATES_OF = _listed("""
    civil | marital | provincia | pais_ | country | region | animo | salud | health | fulfil | envio | shipping
    delivery | member | miembro | socio | socia | suscri | subscri | laboral | employ | marketing | account | cuenta_
    usuario | user_ | perfil | profile | contact_ | contacto | pago_ | payment | paiement | pagament | verific | sync
    lead_ | vacuna | vaccin""")
"""What has a state that is nobody's registration."""

GUESTS = _listed("""
    asistente | attendee | invitado | invitada | guest | participante | participant | comensal | holder | teilnehm
    assistent | convidat | titular""")
"""Who a full name belongs to that stands beside first and last names of somebody else."""

PEOPLE = (*GUESTS, *_listed("""
    persona | inscrit | apuntad | alumn | student | soci | miembro | member | client | customer | contact | responsable
    interesad | huesped | ponente | speaker | delegate | registrant | profesional | your | tu_ | full | complet | badge
    credencial | acreditacion | tarjeta | chapa | etiqueta | first | last | apellid | surname | cognom | prenom | pila
    preferred | preferid | como te | what is | cual es | et dius | wie_ | comment | name_ and | mot"""))  # fmt: skip
"""Whose name a header that only partly says ``name`` has to speak of, to be as good as one that says no more."""

ON_BADGES = _listed("badge | credencial | acreditacion | tarjeta | chapa | etiqueta | para la | en la")
"""A name as it is to be printed, beside the first and last name of the same person."""

THE_MEAL = _listed("""
    comida | cena_ | almuerzo | desayuno | evento | event_ | encuentro | jornada | reunion | meeting | acto_ | meal
    lunch | dinner | breakfast | brunch | dinar | sopar | esdeveniment | bazkari | ekitaldi | networking | finalmente
    xantar | repas_ | pranzo""")
"""What a question whether somebody comes asks about, where it is the question of this event."""

OUTRIGHT = re.compile(
    r"\b(?:vienes|vendras|vais|venis|venir|asistes|asistis|asistiras|asistire|asistir|asistencia|acudir\w*|acudes|apuntas"
    r"|attend|attending|come|coming|assistiras|vindras)"
    r" (?:a la|al|a nuestr[ao]|a est[ae]|a l|to the|to our|to this|the|our|this)"
    r" (?:comida|cena|almuerzo|desayuno|evento|encuentro|jornada|reunion|acto|dinar|sopar|event|meal|lunch|dinner"
    r"|meeting)"
    r"|\bconfirm\w* (?:tu |su |vuestra |la )?asistencia\b"
)
"""A question that asks outright whether somebody comes to the meal."""

TICKED = frozenset(_listed("ok | si no | s n | conf | confirmo | acude | ha confirmado | va | vienen"))
"""Headers of a column of marks or of yes and no that says who comes, too short to be told from such an answer."""

THAT = _listed("confirma que | confirmas que | confirmo que | confirm that | confirm you")
"""How a question begins that wants something confirmed, which need not be that somebody comes."""

ONES_OWN: Mapping[str, frozenset[str]] = MappingProxyType({
    "email": frozenset(_listed("email | mail | correo | correu")),
    "phone": frozenset(_listed("telefono | tel | movil | mobile | phone | whatsapp | telefon | mobil")),
})  # fmt: skip
OF_ONES_OWN = frozenset(_listed("""
    e | electronico | electronic | de | del | tu | numero | no | fijo | fix | personal | empresa | trabajo | profesional
    corporativo | alternativo | secundario | otro | segundo | particular | casa | work | home | other | second | value
    valor | 1 | 2 | 3"""))  # fmt: skip
"""What a second e-mail or telephone of the same person is called: one of the first words, and no others than these."""

WHICH = _listed("cual | which | quina | quines | quin | zein | welche | lesquel | laquel | quais | qual")
"""How a column of two or three words begins that says what the yes before it means."""

FOLLOW_UPS = _listed("""
    especifi | detalla | en caso afirmativ | please specify | specify | if yes | if so
    si es asi | si la respuesta | indica cual
    indicar cual
    indicad cual | dinos cual | di cual | cas affirmatif""")
"""How a longer one begins."""


def begins_a_word(header: str, phrases: Sequence[str]) -> bool:
    """Whether one of the phrases begins a word of a folded header.

    >>> begins_a_word("con quien te gustaria no coincidir", ("no ",)), begins_a_word("nombre", ("no ",))
    (True, False)
    """
    padded = f" {header} "
    return any(f" {phrase}" in padded for phrase in phrases)
