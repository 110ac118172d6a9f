"""Headers that speak of people by another word than name: a party in two columns, members, guests, who comes."""

from __future__ import annotations

from checkin.intake.folding import entries as _listed

ADULTS = frozenset(_listed("adultos | adults | adultes | erwachsene | numero de adultos | no de adultos | no adultos"))
CHILDREN = frozenset(_listed("""
    ninos | menores | hijos | infantil | children | kids | kinder | nens | enfants | numero de ninos | no de ninos
    no ninos"""))  # fmt: skip
"""Headers that count a party in two columns."""
PEOPLE = frozenset(
    _listed("""
    contacto | persona de contacto | socio | socia | socios | alumno | alumna | alumnos | cliente | clientes
    ponente | ponentes | invitados | invitado | participantes | inscritos | asistentes confirmados | confirmados
    comensales | titular de la reserva | titular reserva | titulares | lista de asistentes | lista de invitados
    personas | gente | miembro | miembros | empleado | empleada | empleados | trabajador | trabajadores | colegiado
    colegiados | voluntario | voluntarios | profesor | profesores | usuario | usuarios | delegado | delegados
    representante | representantes | reserva a nombre de | reservado por | a nombre de | quien | quien viene
    quienes | asociado | asociados | candidato | contact | contact person | member | members | client | customer
    speaker | speakers | guests | guest list | participants | attendees | confirmed | people | students | student
    employee | employees | delegate | delegates | contacte | soci | socis | alumne | alumnes | ponent | ponents
    convidats | inscrits | assistents | bazkide | bazkidea | bazkideak | gonbidatuak | parte hartzaileak
    asistentea | socio a | socios as | convidados | mitglied | mitglieder | kunde | gaste | teilnehmende | contatto
    ospiti | invites | membres | membre | apellidos nombre | nombre apellido | nombre y dos apellidos
    nombre asociado | nombre socio | nombre del socio | nombre del alumno | nombre del cliente | nombre del ponente
    titular del grupo | responsable | interlocutor | nombre del contacto | nombre de contacto | nombre contacto
    matricula de | inscripcion de | comensal principal | apuntados | apuntadas | invitado a | invitada o | alumno a
    inscrito a | socia o | interesado | interesada | interesados | huesped | huespedes | datos del asistente | lista""")
)
"""What a column of people is called besides, where no other says that it holds names."""
