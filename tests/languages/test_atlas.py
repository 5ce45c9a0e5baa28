from tools.make_atlas import FILE, atlas


def test_the_names_of_places_are_those_of_geonames():
    assert FILE.read_text(encoding="utf-8") == atlas()


def test_whose_data_it_is_stands_in_the_file():
    assert "GeoNames (https://www.geonames.org), CC BY 4.0" in FILE.read_text(encoding="utf-8")
