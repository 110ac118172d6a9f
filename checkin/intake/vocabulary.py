"""The words by which columns are known, as data: for each field what headers say, in a dozen languages.

``EXACT`` holds whole headers, the likeliest first; ``PART`` holds beginnings of words within a longer header or a
question, ``_`` where a word has to end there. Everything is written the way ``folding.fold_header`` leaves it: lower
case, no accents, no punctuation.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from checkin.intake.folding import entries as _listed
from checkin.intake.folding import fold_header
from checkin.intake.tongues import ASKED

EXACT: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "name": _listed("""
        nombre del invitado | nombre invitado | nombre del participante | nombre participante | nombre asistente
        nombre de la persona | nombre del comensal | attendee name | ticket full name | nombre del asistente
        nombre completo | nombre y apellidos | nombre y apellido | nombres y apellidos | apellidos y nombre
        apellidos nombre | apellido nombre | nombre apellidos | apellidos y nombres | full name | fullname
        your full name | name and surname | first and last name | surname name | surname and name
        last name first name | participant name | guest name | holder name | ticket holder | registration name
        nom i cognoms | cognoms i nom | cognoms nom | izen abizenak | izena eta abizenak | abizenak izena
        nome e apelidos | apelidos e nome | nome completo | nome e sobrenome | nome e cognome | cognome e nome
        nom complet | nom et prenom | nom prenom | prenom et nom | prenom nom | vollstandiger name
        vor und nachname | vorname nachname | vorname und nachname | nachname vorname | name vorname
        teilnehmername | imie i nazwisko | nazwisko i imie | naam | namn | asistente | asistentes | participante
        attendee | participant | teilnehmer | teilnehmerin | guest | invitado | invitada | inscrito | inscrita
        comensal | assistent | convidat | persona | titular | your name | tu nombre | nom de l assistent
        name | nombre | nombres | nom | nome | izena | imie | display name"""),
    "given": _listed("""
        attendee name given name | ticket first name | attendee first name | first name | firstname | given name
        given names | forename | nombre de pila | primer nombre | vorname | prenom | voornaam | fornamn | nombre s
        first | imiona | prenume"""),
    "family": _listed("""
        attendee name family name | ticket last name | attendee last name | last name | lastname | family name
        surname | surnames | apellidos | apellido | primer apellido | apellido s | cognoms | cognom
        primer cognom | 1er apellido | 1 apellido | 1o apellido | apellido 1 | apellido1 | 1r cognom | cognom 1
        abizenak | abizena | lehen abizena | apelidos | apelido | sobrenome | cognome | nachname
        familienname | nom de famille | nazwisko | achternaam | efternamn | last"""),
    "family2": _listed("""
        segundo apellido | apellido 2 | apellido2 | 2o apellido | 2do apellido | 2 apellido | second surname
        second last name | segon cognom | 2n cognom | cognom 2 | bigarren abizena | segundo apelido"""),
    "email": _listed("""
        attendee email | attendee e mail | ticket email | attendee email address | email participant
        participant email | holder email | guest email | correo del asistente | email del asistente | email
        e mail | email address | e mail address | your email | correo electronico | correo
        direccion de correo electronico | direccion de correo | tu correo | correo e | correu electronic | correu
        adreca electronica | adreca de correu | adreca de correu electronic | posta elektronikoa
        helbide elektronikoa | posta | e posta | enderezo electronico | enderezo de correo electronico
        e mail adresse | email adresse | adresse e mail | adresse email | adresse mail | adresse courriel
        courriel | mail | indirizzo email | indirizzo e mail | posta elettronica | endereco de email
        endereco de e mail | adres e mail | adres email | e post | registration email"""),
    "phone": _listed("""
        ticket phone number | attendee phone | phone | phone number | mobile | mobile number | mobile phone | cell
        cell phone | cellphone | telephone | tel | telefono | telefono movil | movil | numero de telefono
        numero de movil | n de telefono | no de telefono | celular | whatsapp | tlf | telf | tfno | tfn | telefon
        mobil | telefon mobil | telefonoa | mugikorra | telemovel | telefone | handy | telefonnummer | handynummer
        portable | tel portable | cellulare | numero di telefono | numer telefonu | mobilnummer"""),
    "company": _listed("""
        company | company name | ticket company name | organisation | organization | empresa | entidad
        organizacion | institucion | empresa u organizacion | empresa organizacion | nombre de la empresa
        empresa o proyecto | empresa proyecto | compania | negocio | startup | firma | unternehmen
        organisationsname | societe | entreprise | azienda | societa | enpresa | erakundea | entitat
        empresa o entitat | organitzacio | affiliation | institution | employer | workplace | proyecto
        razon social | nombre comercial | nombre del negocio | business name | trading name"""),
    "role": _listed("""
        job title | cargo | puesto | puesto de trabajo | role | job role | rol | profession | profesion
        ocupacion | occupation | carrec | professio | funcion | funktion | beruf | poste | fonction | kargua
        lanpostua | posto | ruolo | profissao | stanowisko | job | job position | position | title
        titulo profesional"""),
    "sector": _listed("""
        sector | industry | industria | ambito | ambit | sector profesional | sector de actividad | actividad
        branche | sektorea | area | area profesional | ramo | settore | secteur | secteur d activite | rubro
        gremio | field | branza"""),
    "handle": _listed("""
        twitter | twitter x | x twitter | twitter handle | x handle | usuario de twitter | usuario de x
        usuario twitter | usuario de twitter x | usuario x | twitter username | x username | cuenta de twitter
        cuenta de x | @ | handle | perfil de twitter | usuari de twitter | usuari de x | compte twitter | x"""),
    "linkedin": _listed("""
        linkedin | linkedin url | linkedin profile | linkedin profile url | your linkedin | your linkedin profile
        tu linkedin | perfil de linkedin | tu perfil de linkedin | url de linkedin | enlace de linkedin
        enlace a linkedin | perfil linkedin | el teu linkedin | linkedin profil | profil linkedin
        profilo linkedin | perfil do linkedin | what is your linkedin profile"""),
    "about": _listed("""
        about | about me | about you | about yourself | bio | short bio | biography | sobre mi | sobre ti | sobre vos
        presentacion | presentate | biografia | cuentanos algo de ti | cuentanos sobre ti | breve biografia
        breve presentacion | descripcion personal | sobre tu | presenta t | niri buruz | zuri buruz | sobre min
        uber mich | uber dich | kurzbiografie | vorstellung | a propos de moi | a propos de vous | presentation
        su di me | su di te | breve biografia personale | sobre mim | sobre voce | o mnie | o sobie | bio note"""),
    "consent": _listed("""
        consent to share | share my contact | share contact details | share my contact details | directory consent
        consiento compartir | compartir contacto | compartir mis datos | compartir mis datos de contacto
        comparto mi contacto | puede compartirse mi contacto | consentimiento para compartir
        consentimiento para compartir datos | compartir les meves dades | partager mes coordonnees
        kontaktdaten teilen | condividere i miei contatti | partilhar os meus contactos
        udostepnij moje dane kontaktowe"""),
    "offers": _listed("""
        ofrece | ofrezco | ofreces | offers | offer | oferta | ofereix | biete | que ofrece | aporta | offre | offro
        oferece | ofereco | oferuje | eskaintzen du | eskaintza"""),
    "seeks": _listed("""
        busca | busco | buscas | seeks | looking for | seeking | cerca | cerco | suche | que busca | necesita | procura
        procuro | recherche | cherche | szuka | szukam | bilatzen du | necesito"""),
    "diet": _listed("""
        diet | dieta | menu | dietary requirements | dietary restrictions | dietary needs | alergias | alergia
        alergias o intolerancias | alergias e intolerancias | intolerancias | allergies | allergy | alergenos
        restricciones alimentarias | necesidades alimentarias | al lergies | allergien | ernahrung | regime
        allergie | allergies alimentaires | dieta especial | menu especial | comida"""),
    "note": _listed("""
        observaciones | observacion | comentarios | comentario | notas | nota | notes | note | comments | comment
        observacions | comentaris | oharrak | observacoes | bemerkungen | bemerkung | anmerkungen | anmerkung
        remarques | remarks | remark | commentaires | commentaire | commenti | uwagi | order comment"""),
    "sex": _listed("""
        sexo | genero | sex | gender | sexe | genre | geschlecht | genere | sesso | plec | sexua | generoa | xenero
        genero con el que te identificas | identidad de genero | gender identity"""),
    "age": _listed("""
        edad | age | franja de edad | rango de edad | grupo de edad | tramo de edad | age range | age group | age band
        edat | franja d edat | alter | altersgruppe | idade | faixa etaria | eta | fascia d eta | adina | wiek
        tranche d age | fecha de nacimiento | date of birth | birth date | birthdate | birthday | dob
        ano de nacimiento | year of birth | birth year | data de naixement | any de naixement | geburtsdatum
        geburtsjahr | date de naissance | data di nascita | data de nascimento | jaiotze data"""),
    "wishes": _listed("""
        wishes | wish list | wishlist | deseos | desitjos | wunsche | quiere conocer a | quiere conocer
        quiero conocer a | personas que quiere conocer | personas a conocer | wants to meet | want to meet
        people to meet | whom to meet | quiere sentarse con | quiero sentarme con | sentarse con | seat with
        sentarme con | sentar con | me gustaria sentarme con"""),
    "product": _listed("""
        ticket type | ticket name | product | product name | tipo de entrada | tipo de ticket | producto | ticket
        ticket title | ticket category | category | categoria | entrada | modalidad | tarifa | tipo
        tipus d entrada | sarrera mota | type de billet | tarif | tickettyp | ticketart | produkt | produit
        tariffa | tipo di biglietto | tipo de bilhete | biljettyp"""),
    "variation": _listed("variation | variante | variacion | price tier"),
    "step_free": _listed("""
        step free | accesibilidad | accessibility | movilidad reducida | silla de ruedas | wheelchair | pmr
        pmr s | accessibilitat | mobilitat reduida | barrierefrei | accessibilite"""),
    "status": _listed("""
        attendee status | registration status | registration state | ticket status | approval status | rsvp
        estado del asistente | estado de la inscripcion | asistiras finalmente | asistiras | asistira | asiste
        asistencia | confirma asistencia | confirmas asistencia | confirmacion de asistencia | confirmado
        confirmada | confirmados | confirmed | confirmat | confirmacion | confirma | viene | vienes | vendra
        vendras | attending | going | will you attend | are you coming | status | order status | estado
        estado del pedido | estado de la reserva | estat | statut | statut de la commande | stato | situacao
        egoera | bestatigt | zusage | teilnahmestatus | confirmation | attendance | confirm | situacion
        puede venir | state | inscripcion | reserva | respuesta | response | presence | present | participe
        participation | partecipa | partecipazione | presenza | presente | conferma | adesione | obecnosc | udzial
        potwierdzenie | presenca | comparece | assistencia | confirmacio | teilnahme | aanwezig | bertaratzea"""),
    "void": _listed("""
        void status | order cancelled | order canceled | cancelled | canceled | cancelado | cancelada | anulado
        anulada | annule | storniert | baja | anul lat"""),
    "waiting": _listed("""
        lista de espera | en lista de espera | en espera | waitlist | wait list | waiting list | waitlisted
        on waitlist | llista d espera | liste d attente | lista d attesa | warteliste"""),
    "paid": _listed("""
        paid | pagado | pagada | pago | ha pagado | pagat | pagament | ordainduta | bezahlt | paye | pagato
        oplacone | payment status | estado del pago | estado de pago | estado pago | abonado | abonada | cobrado
        cobrada"""),
    "code": _listed("""
        ticket secret | secret | secreto | secreto de la entrada | secreto del ticket | barcode # | barcode
        qr code url | qr code | qr | unique ticket url | ticket url | ticket reference | public id | ticket id
        ticket code | ticket number | ticket no | ticket # | registration code | codigo de barras | codigo qr
        codigo de la entrada | codigo de entrada | codigo entrada | numero de entrada | n de entrada
        no de entrada | identificacion de la entrada | localizador | codigo | codi de barres | codi qr | codi
        kodea | code barres | code barre | numero de billet | billet | ticketcode | ticketnummer | strichcode
        codice | codice biglietto | code"""),
    "order": _listed("""
        order # | order no | order code | order id | order number | order reference | reservation id | booking id
        pedido | n de pedido | no de pedido | numero de pedido | codigo de pedido | id de pedido | n pedido
        bestellnummer | bestellcode | numero de commande | commande | reference commande | comanda
        numero de comanda | ordine | numero ordine | order | reserva"""),
    "position": _listed("""
        attendee # | attendee no | attendee id | position id | no de asistente | no asistente | asistente #
        id de asistente | no d assistent | teilnehmernummer | id de posicion | positions id"""),
    "user": _listed("user id | guest id | member id | api id | id de usuario"),
    "quantity": _listed("""
        quantity | tickets purchased | number of tickets | cantidad | numero de entradas | no entradas
        n entradas | n de entradas | no de entradas | entradas | num entradas | quantite | anzahl | plazas
        numero de personas | n de personas | no de personas | num personas | personas | seats | party size
        how many people | cuantos sois | cuantas personas | comensales | total personas | numero de comensales
        pax | no pax | n pax | numero de pax | total pax | no plazas | n plazas | numero de plazas | no asistentes
        n asistentes | asistentes | numero de asistentes | no de asistentes | total asistentes
        no comensales | lineitem quantity | line item quantity | item quantity | number of attendees
        number of people | adultos | adults | numero de adultos | no de adultos | no adultos"""),
    "companions": _listed("""
        guests | acompanantes | acompanante | no de acompanantes | n de acompanantes | numero de acompanantes
        num acompanantes | n acompanantes | +1 | + 1 | plus one | plus ones | +1s | invitados
        numero de invitados | acompanyants | acompanyant | nombre d acompanyants | lagunak | acompanhantes
        acompanhante | accompagnants | accompagnant | accompagnateurs | begleitung | begleitpersonen
        additional guests | number of guests | vienes con acompanante | traes acompanante | viene con acompanante
        accompagnatori | ospiti | traeras pareja | traes pareja | vienes con pareja"""),
    "companion_names": _listed("""
        nombre del acompanante | nombre de tu acompanante | nombre de los acompanantes | nombre acompanante
        nombres de los acompanantes | nombre y apellidos del acompanante | nombre completo del acompanante
        nombre del acompanante si procede | companion name | name of companion | plus one name
        name of your guest | name of your plus one | nom de l acompanyant | nom de l accompagnant
        name der begleitung | nombre acompanantes | nombre +1 | nombre del +1 | +1 nombre | acompanante nombre
        nombre y apellidos acompanante | nombre y apellidos de tu acompanante | apellidos acompanante
        apellido acompanante | apellidos del acompanante | apellidos de tu acompanante | acompanante apellidos
        guest last name | companion last name | nombre pareja | nombre de tu pareja | nombre de la pareja"""),
    "buyer_name": _listed("""
        buyer name | buyer | order name | purchaser | purchaser name | comprador | compradora | nombre comprador
        nombre del comprador | nombre y apellidos del comprador | comprador nombre | pagador | acheteur
        nom acheteur | persona de contacto | contact person | nombre de contacto | nombre del contacto
        nombre persona de contacto | contact name | billing name | billing full name"""),
    "buyer_email": _listed("""
        buyer email | order email | purchaser email | email comprador | email del comprador | correo comprador
        correo del comprador | comprador email | correo electronico del comprador | email acheteur
        email de contacto | correo de contacto | contact email | e mail de contacto | email contacto"""),
    "time": _listed("""
        marca temporal | timestamp | zeitstempel | horodateur | marca de temps | denbora marka
        carimbo de data hora | informazioni cronologiche | sygnatura czasowa | completion time
        hora de finalizacion | submission date | submitted at | fecha de envio | fecha de respuesta | marca horaria"""),
    "number": _listed("no | n | # | num | numero | number | nr | n o | orden | fila | row | linea | zk | lp"),
})  # fmt: skip

STATES = _listed("estado_ | estatus | status | estat_ | statut | stato_ | state_ | situacion | situacao | egoera")
"""How the state of anything is called: a registration, a ticket, a payment, a customer."""

PART: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "name": _listed("""
        nombre | name | nom | nome | nombre y apellido | apellidos y nombre | nombre completo | full name
        nom i cognoms | tu nombre | your name | como te llamas | cual es tu nombre | name on badge | badge name
        name for badge | nombre para la | nombre en la | nombre del asistente | attendee name | what is your name
        nombre y | nome e | persona de contacto | contact person | wie heisst du | comment t appelles | com et dius"""),
    "given": _listed("first name | given name | nombre de pila | vorname"),
    "family": _listed("last name | family name | surname | apellidos | nachname | cognoms"),
    "email": _listed("correo electronico | correu electronic | email | e mail | correo | courriel | correu"),
    "phone": _listed("telefono | movil | phone | mobile | whatsapp | telefon | telephone | telemovel | mobil"),
    "company": _listed("""
        empresa | company | organizacion | organisation | organization | entidad | en que trabajas
        donde trabajas | where do you work | unternehmen | entreprise | azienda | entitat | startup | organitzacio"""),
    "role": _listed("""
        cargo | puesto | job title | job role | your role | tu rol | profesion | a que te dedicas | what do you do
        en que trabajas como | occupation | carrec | a que et dediques"""),
    "sector": _listed("sector | industry | branche | a que sector | ambito profesional | rubro | secteur | settore"),
    "handle": _listed("twitter | x handle | usuario de x | usuario en x | cuenta de x"),
    "linkedin": _listed("linkedin | linked in"),
    "about": _listed("""
        cuentanos algo sobre ti | algo sobre ti | cuentanos quien eres | quien eres | hablanos de ti | presentate
        tell us about yourself | about yourself | introduce yourself | short bio | breve bio | explica ns qui ets
        qui ets | erzahl uns von dir | stell dich | presentez vous | parlez nous de vous | raccontaci di te
        presentati | fale sobre voce | apresente se | fala nos de ti | opowiedz o sobie | nor zara | fala de ti"""),
    "consent": _listed("""
        compartir mis datos | compartir mi contacto | compartir mi correo | compartan mis datos | compartais mis datos
        compartamos tu contacto | compartamos tus datos | compartir tus datos con | compartir tu contacto
        compartir tu correo | compartir tus datos | compartir los datos
        aparecer en la lista de asistentes | aparecer en el directorio
        share my contact | share my email | share my details | share your contact | share your email
        share your details with | appear in the directory | listed in the directory | compartir les meves
        compartir les teves dades | partager mes coordonnees | partager vos coordonnees | kontaktdaten mit
        condividere i tuoi contatti | partilhar os seus contactos | udostepnienie moich danych"""),
    "offers": _listed("""
        en que puedes ayudar | puedo ayudar
        que ofreces | puedes ofrecer | que puedes aportar | que aportas | ofrezco | ofreces | ofrecer
        can you offer | do you offer | offering | que ofereixes | bietest du | bieten | offrez | proposez | cosa offri
        puoi offrire | que ofereces | oferecer | oferujesz | zaoferowac | eskaintzen | eskaini"""),
    "seeks": _listed("""
        que buscas | buscas | que busco | que necesitas | te gustaria conseguir
        a quien te gustaria conocer | looking for | que esperas | quieres conocer | seeking
        hope to | want to meet | que cerques | que busques | suchst du | cherchez | que te gustaria encontrar
        cosa cerchi | chi vorresti conoscere | que procuras | procuras | szukasz | bilatzen | bila zabiltza"""),
    "diet": _listed("""
        alerg | alerx | intoleranc | diet | alimentari | alimenticia | menu | allerg | al lergi | food | vegetarian
        vegan | celiac | lactos | halal | kosher | sin cerdo
        regime | ernahr | unvertraglich | comes de todo | gluten"""),
    "note": _listed("comentario | observacion | comment | algo mas | anything else | alguna nota | remarque"),
    "sex": _listed("cual es tu genero | con que genero | what is your gender | your gender"),
    "age": _listed("cuantos anos | franja de edad | rango de edad | how old | age range | age group | que edad"),
    "wishes": _listed("""
        sentarme con | sentarme junto | sentarme al lado | sentar con | sentarte con | junto a quien | al lado de quien
        te gustaria coincidir | a quien quieres conocer
        con quien te gustaria | con quien quieres | con quien quisieras | con quien te quieres sentar
        personas que te gustaria conocer | personas que quieres conocer | personas concretas
        people you want to meet | people you would like to meet | who would you like to meet
        whom would you like to meet | whom do you want to meet | who do you want to meet
        who would you like to sit | amb qui t agradaria | amb qui vols | mit wem mochtest | avec qui aimeriez
        nombres de las personas"""),
    "product": _listed("tipo de entrada | ticket type | tipo de ticket"),
    "step_free": _listed("""
        movilidad reducida | silla de ruedas | wheelchair | step free | accesibilidad | accessibility | accesible
        access needs | access requirements | mobility | barrierefrei | rollstuhl | mobilitat | sin escaleras
        necesidades especiales de acceso"""),
    "status": _listed("""
        will you be | will you come | you ll come
        coming to the | be joining | join us | be there | rsvp | vienes | contamos con | te apuntas | puedes venir
        podras acompanarnos | nos acompanas | nos acompanaras | viens tu | seras tu | vols venir | vens | asistira
        asistiras | asistire | asistencia | vas a venir | podras venir | podras asistir | vendras | attend
        are you coming | can you come | can you make it | confirmas | confirma | assistiras | vindras | etorriko
        contamos contigo | kommst du | vas a asistir | vais a asistir | puedes asistir
        asistes | vas a acudir | acudiras | viras | puede venir | """) + STATES + ASKED["status"],
    "void": _listed("cancel | canceled | anulad | anulaci | baja_ | de baja | refund | reembols | storn"),
    "waiting": _listed("lista de espera | waitlist | waiting list | llista d espera"),
    "paid": _listed("pagado | ha pagado | pagada | abonado | cobrado | estado de pago | payment status"),
    "quantity": _listed("cuantas personas | cuantos sois | cuantos vendreis | cuantos asistireis | how many people"
                        " | numero de asistentes") + ASKED["quantity"],
    "companions": _listed("""
        acompanante | acompanyant | acompanad | plus one | +1 | companion | bring a guest | bringing
        bring anyone | accompagn | begleit | acompanhante | traeras pareja | traes pareja | traer pareja | con pareja
        a traer a alguien | traes a alguien | traeras a alguien | vienes con alguien | vendras con alguien
        con tu pareja | con tu marido | con alguien mas | portaras parella | amb parella""") + ASKED["companions"],
    "companion_names": _listed("""
        their name | nombre de la persona acompanante | his or her name | nombre de tu pareja
        nombre del acompanante | nombre de tu acompanante | nombre de los acompanantes
        nombre de la persona que te | como se llama tu acompanante | companion s name | companion name
        guest s name | plus one s name | name of your | nom de l acompanyant | apellidos de tu acompanante
        apellidos del acompanante | apellidos de la persona que te | nombre acompanante"""),
})  # fmt: skip

EXCLUDED: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "name": _listed("""
        event name | seat | mesa | table | ciudad | city | country | pais | domain | discount | coupon | tarifa
        menu | their | pareja | profile | perfil | linkedin | host | empresa | company | usuario | user
        del evento | event title | file | ticket name | product | calle | street | bank | acompan | companion
        plus one | guest s | emergenc | compania | organiz | entidad | proyecto | project"""),
    "given": _listed("acompan | companion | emergenc | guest s"),
    "family": _listed("acompan | companion | emergenc | guest s"),
    "email": _listed("verif | consent | newsletter | autoriz | acept | boletin | acompan | companion | emergenc"),
    "phone": _listed("acompan | companion | emergenc | autoriz | acept | consent | verif"),
    "about": _listed("hear about | heard about | event | evento | linkedin | web"),
    "linkedin": _listed("empresa | company | hear | conociste"),
    "company": _listed("""
        linked | correo | email | cargo | puesto | web | tamano | size | sector | address | direccion | cif"""),
    "role": _listed("sector | entrada | fecha"),
    "diet": _listed("acompan | companion | privacidad"),
    "note": _listed("acompan | companion"),
    "status": _listed("""
        privacidad | privacy | image | imagen | before | antes | checked | email | fecha | date | acompanad
        acompanante | acompanyant | pareja | alguien | plus one"""),
    "companions": _listed("""
        nombre | name | apellid | surname | cognom | alerg | intoleranc | correo | email | dieta | menu | cargo
        profesional"""),
    "offers": _listed("descuento | discount"),
    "sex": _listed("preferencia | acompan | companion"),
    "age": _listed("acompan | companion | hijo | child | nino"),
})  # fmt: skip
"""Beginnings of words that rule a field out where only a part of the header matched."""

BUYER = _listed("""
    buyer | order name | order email | order phone | order company | comprador | pagador | invoice | factura
    facturacion | billing | payer | pedido | bestell | rechnung | commande""")
"""Beginnings of words that make a name or an e-mail the buyer's, who need not be the guest."""

TOTAL = frozenset(
    _listed("""
    total | totales | totals | suma | sum | subtotal | total general | gesamt | summe | totale | somme | guztira
    razem | total asistentes | total inscritos | total personas | grand total""")
)

TO_BE_NAMED = frozenset(
    _listed("""
    tbd | tba | tbc | por confirmar | por determinar | por definir | por designar | por asignar | por decidir
    a confirmar | a determinar | a definir | a designar | pendiente | pendiente de nombre | nombre pendiente
    pendiente de confirmar | pendiente confirmar | pendiente de designar | pendiente de asignar | sin confirmar
    sin asignar | sin definir | sin designar | unassigned | to be confirmed | to be defined | to be named""")
)
"""What stands in the place of somebody whose name will be told later, folded."""

NOBODY = TO_BE_NAMED | frozenset(
    _listed("""
    info requested | info solicitada | informacion solicitada | information requested | info angefordert
    informations demandees | info demandees | informazioni richieste | informacoes solicitadas | informacio sol licitada
    anonymous | anonimo | anonym | anonyme | n a | sin nombre | no name | unknown | desconocido | nadie | guest | pareja
    invitado | invitada | acompanante | plus one | companion | x | xx | xxx | nombre apellido | nombre apellidos
    nombre y apellidos""")
)
"""What stands in a name's place where there is none, folded."""

NOTHING = frozenset(
    _listed("""
    no | none | ninguna | ninguno | ningun | nada | n a | na | no aplica | not applicable | no tengo | nothing
    cap | res | bat ere ez | nenhuma | nenhum | keine | nein | aucun | aucune | non | nessuna | nessuno | brak
    sin alergias | sin restricciones | ninguna alergia | no alergias | ez | ez dut | ez daukat | ningunha | nadie
    nobody | ningu | sen alerxias | nengunha""")
)
"""Answers that say there is nothing to say."""


DIETS = _listed("""
    celiac | vegan | vegetar | gluten | lactos | lacteo | halal | kosher | cerdo | pescetar | flexitar | frutos secos
    marisco | huevo | diabet | embaraz""")
"""Beginnings of words that name a diet by themselves, where the cells only say yes."""


def _by_header() -> Mapping[str, tuple[tuple[str, int], ...]]:
    found: dict[str, list[tuple[str, int]]] = {}
    for name, words in EXACT.items():
        for rank, word in enumerate(words):
            found.setdefault(fold_header(word), []).append((name, rank))
    return MappingProxyType({header: tuple(fields) for header, fields in found.items()})


FIELDS_OF = _by_header()
"""From a whole folded header to the fields it can mean, each with its rank in the field's list."""


def known(cell: str) -> bool:
    """Whether a cell is, to the letter, a header that some field is known by."""
    return len(cell) <= 80 and fold_header(cell) in FIELDS_OF
