"""Common given names of Spain and around, as data: by them a column without a header is told from one of surnames.

Nothing is decided about a person by them: they only say which column of a list is likely to hold what.
"""

from __future__ import annotations

from collections.abc import Sequence

from checkin.intake.folding import fold

_WORDS = """
    aaron abel adela adolfo adrian adriana agata agustin agustina aida ainara ainhoa aitana aitor alba albert alberto
    alejandra alejandro alex alexandra alexia alfonso alfredo alicia almudena alvaro amalia amaya amparo ana anabel
    andrea andres ane angel angela angeles angels anna anne anton antonia antonio anxo araceli arantxa ariadna armando
    arnau arturo asier asuncion aurora beatriz begona belen benito berta bernardo blanca borja brais bruno camila
    candela carla carles carlos carlota carme carmen carolina catalina cayetana cecilia celia cesar charo chema clara
    claudia concepcion concha consuelo cristian cristina cristobal dani daniel daniela dario david debora diana diego
    dolores domingo dolors edgar edu eduard eduardo elena elisa elisenda eloy elsa elvira emilia emilio emma encarna
    enric enrique eric erika ernesto esperanza esteban ester esther estefania estrella eugenia eugenio eulalia eva
    fabian fatima federico felipe felix fermin fernanda fernando ferran fran francesc francisca francisco gabriel
    gabriela gemma gerard german gloria gonzalo goyo gregorio guadalupe guillem guillermo gustavo hector helena hugo
    ignacio igor iker ikram imanol imma ines inigo inma inmaculada irati irene irina isaac isabel isidro ismael itziar
    ivan izaskun jacinto jaime jan jaume javi javier jesus joan joana joao joaquin john jon jone jordi jorge jose josefa
    josep joseba juan juana juanjo judit julia julian julio karim karmele kiko koldo lara laia laura leire leo leonor
    leticia lidia lola lorena lorenzo lourdes lucas lucia luis luisa luz macarena maite malena manel manolo manuel
    manuela mar marc marcel marcelo marco marcos margarita maria mariam marian mariana mariano marina mario marisa
    marisol mark marta martha marti martin martina mateo matias mattia mauricio mauro max maximo mercedes merce merche
    miguel mikel milagros mireia miren miriam mohamed moises monica montse montserrat nacho nadia natalia nerea nestor
    nicolas nieves noa noelia nora nuno nuria octavio oihane olalla olga olivia omar oriol oscar pablo paco paloma paola
    patricia patxi pau paul paula pedro pep pepa pepe peio pere pilar puri queralt quim rafa rafael ramiro ramon raquel
    raul rebeca ricardo rita robert roberto rocio rodrigo roger rogelio roman rosa rosalia rosario ruben ruth salvador
    samuel sandra santi santiago sara sebastian sergi sergio silvia sofia sol soledad sonia susana tamara tania tere
    teresa tomas toni tono unai uxia valentin valentina valeria vanesa vanessa vega veronica vicente vicenc victor
    victoria violeta virginia xabier xavi xavier xiana xoan yago yaiza yolanda zoe
    james mary michael jennifer thomas peter anne marie pierre claire sophie lukas klaus hans uta jurgen giulia giovanni
    francesca luca paolo piotr anna katarzyna joao tiago ines
"""
_GIVEN = frozenset(_WORDS.split())


def begins_with_one(cell: str) -> bool:
    """Whether a cell begins with a common given name.

    >>> begins_with_one("María José Gil"), begins_with_one("García")
    (True, False)
    """
    words = fold(cell[:80]).split(maxsplit=1)
    return bool(words) and words[0] in _GIVEN


def share_of_them(cells: Sequence[str]) -> float:
    """The part of the cells that begin with one, 0 where there are none."""
    return sum(map(begins_with_one, cells)) / len(cells) if cells else 0.0
