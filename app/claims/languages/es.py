"""Spanish."""

from app.claims.languages.language import Language, words

SPANISH = Language(
    code="es",
    function_words=words(
        "el la los las de que y en un una es por con no para su al lo como más pero sus le ya o este sí porque esta entre "
        "cuando muy sin sobre también me hasta hay donde han quien desde todo nos durante ha son fue según del se esto ser sido"
    ),
    abbreviations=words(
        "sr sra srta sres dr dra d dña prof gral cnel lic ing arq ud uds vd vds aprox av avda c cía dpto p.ej ej pág izq dcha "
        "máx mín tel ed vol trad coord cap ene feb mar abr jun jul ago sept oct nov dic ee ee.uu ss aa.vv rr mm"
    ),
    before_number=words("n núm nº no p pág págs pp art arts cap fig tab vol t inc ap s ss"),
    may_end=words("ee.uu uu a.c d.c cía p.m a.m s.a hab"),
    mostly_end=words("etc"),
    starters=words(
        "el la los las un una unos unas este esta estos estas ese esa esto eso en de del al a por para con sin sobre según "
        "desde hasta entre y o pero si cuando mientras aunque como que quien donde también además no ya se su sus hay es son "
        "fue ha han más menos todo todos todas cada otro otra otros otras así entonces luego después antes durante tras ahora"
    ),
    note_titles=words(
        "referencias fuentes fuente notas bibliografía notas_y_referencias notas_al_pie enlaces enlaces_externos citas "
        "referencias_y_notas fuentes_y_referencias véase_también referencias_bibliográficas fuentes_consultadas"
    ),
    supposing=words("supongamos imaginemos imagine imagina imaginen pongamos digamos asumamos qué_pasaría y_si considere consideremos"),
    conditions=words("si cuando en_caso_de siempre_que"),
    modals=words(
        "podría podrían podríamos debería deberían sería serían habría habrían tendría tendrían quizá quizás tal_vez puede pueden"
    ),
    examples=words("por_ejemplo p.ej p._ej"),
    example_marks=words("por_ejemplo p.ej p.ej. p._ej. digamos como"),
    instructions=words(
        "vea véase ver lea haga seleccione elija escriba use utilice añada descargue suscríbase inscríbase consulte tenga_en_cuenta pulse"
    ),
    proposals=words("proponemos propongo una_posibilidad se_podría podríamos una_opción la_forma_más_fácil"),
    text_nouns=words(
        "formas forma maneras manera razones razón pasos paso opciones opción respuestas preguntas pregunta partes parte ideas "
        "idea tipos tipo clases enfoques métodos principios reglas puntos punto problemas problema ejemplos secciones capítulos "
        "categorías aspectos factores objetivos lecciones cosas escenarios posibilidades fases definiciones criterios "
        "propiedades argumentos elementos componentes niveles soluciones variantes frases motivos ámbitos más otros otras"
    ),
    pointing=words("estos estas los las esos esas ambos ambas sus todos todas"),
    numbered=words(
        "nivel tipo fase clase etapa paso opción versión página línea punto artículo sección capítulo volumen pregunta "
        "categoría ronda temporada episodio número sala vía modo puerto código error método modelo escenario lección módulo "
        "capa"
    ),
    idioms=words("100%_seguro 100_%_seguro mil_gracias mil_y_una"),
    following=words("entonces en_ese_caso en_este_caso por_tanto"),
    months=words("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    source_nouns=words("según informe estudio análisis datos encuesta cifras estadísticas estimación fuente cálculos investigación"),
    ifs=words("si"),
    persons=words(
        "personas hombres mujeres niños niñas trabajadores soldados policías civiles alumnos estudiantes pacientes víctimas "
        "muertos muertes heridos presos ciudadanos habitantes miembros diputados senadores jueces periodistas agricultores "
        "médicos maestros"
    ),
    reminders=words("no_olvidemos no_olvide"),
    pasts=words("era eran fue fueron había habían estaba estaban"),
    woulds=words("sería serían podría podrían habría habrían tendría tendrían"),
    shoulds=words("debería deberían deberíamos"),
    later=words("después atrás más_tarde antes"),
    ago=words("hace"),
    named_by_number=words("ataque ataques regla"),
)
