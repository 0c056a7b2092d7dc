"""The foods of the household survey (Susenas): the code is the Indonesian name BPS uses."""

from __future__ import annotations

from data.schema.model import Text

FISH = """
Bandeng = Milkfish
Bandeng diawetkan = Milkfish, preserved
Baronang = Rabbitfish
Bawal = Pomfret
Belut = Eel
Cakalang, dencis = Skipjack, sardine
Cumi-cumi, sotong, gurita = Squid, cuttlefish, octopus
Cumi-cumi, sotong, gurita diawetkan = Squid, cuttlefish, octopus, preserved
Ekor Kuning = Yellowtail fusilier
Gabus = Snakehead
Gabus diawetkan = Snakehead, preserved
Gurame = Gourami
Ikan Baung = Baung catfish
Ikan Belanak = Mullet
Ikan Layang = Scad
Ikan Wader/Seluang = Minnows (wader, seluang)
Ikan dalam kaleng, tuna dalam kaleng, dsb = Canned fish and tuna
Ikan diawetkan lainnya = Other preserved fish
Ikan segar/basah lainnya = Other fresh fish
Kakap = Snapper
Kembung diawetkan/peda = Mackerel, preserved
Kembung, lema/tatare, banyar/banyara = Mackerel
Kerang, siput, bekicot, remis = Clams and snails
Ketam, kepiting, rajungan = Crabs
Lele = Catfish
Mas = Carp
Mujair = Mozambique tilapia
Nila = Nile tilapia
Olahan ikan segar (siomay ikan, otak-otak ikan, dll) = Fresh fish products
Patin = Pangasius
Selar = Trevally
Selar diawetkan = Trevally, preserved
Sepat diawetkan = Gourami (sepat), preserved
Tenggiri = Spanish mackerel
Tenggiri diawetkan = Spanish mackerel, preserved
Teri basah = Anchovy, fresh
Teri diawetkan = Anchovy, preserved
Tongkol = Eastern little tuna
Tongkol/tuna/cakalang diawetkan = Tuna and skipjack, preserved
Tuna = Tuna
Udang dan hewan air lainnya yang diawetkan = Other shrimp and aquatic animals, preserved
Udang dan hewan air lainnya yang segar lainnya = Other shrimp and aquatic animals, fresh
Udang diawetkan (ebi, rebon) = Shrimp, preserved
Udang, lobster = Shrimp, lobster
"""
VEGETABLES = """
Bahan sayur asam/lodeh (paket) = Vegetable pack for sour soup
Bahan sayur sop/capcay/kimlo (paket) = Vegetable pack for clear soup
Bawang bombay = Onions
Bawang merah = Shallots
Bawang putih = Garlic
Bayam = Spinach
Buncis = Green beans
Cabe hijau = Green chillies
Cabe merah = Red chillies
Cabe rawit = Bird's eye chillies
Daun bawang = Spring onions
Daun katuk = Katuk leaves
Daun kelor = Moringa leaves
Daun kemangi = Lemon basil
Daun ketela pohon/daun singkong = Cassava leaves
Daun pakis = Fern leaves
Daun pepaya = Papaya leaves
Jamur (jamur tiram, enoki, kancing, dll) = Mushrooms
Jengkol = Jengkol beans
Kacang panjang = Long beans
Kangkung = Water spinach
Kol/kubis = Cabbage
Labu, labu siam, labu parang = Squash and chayote
Mentimun = Cucumber
Nangka muda = Young jackfruit
Oyong/gambas = Ridge gourd
Pepaya muda = Young papaya
Rebung = Bamboo shoots
Sawi hijau = Mustard greens
Sawi putih (petsai) = Chinese cabbage
Sayur-sayuran lainnya = Other vegetables
Tauge = Bean sprouts
Terong = Aubergine
Tomat sayur, tomat ceri = Tomatoes
Wortel = Carrots
"""
FRUIT = """
Alpokat = Avocado
Anggur = Grapes
Apel = Apples
Buah naga = Dragon fruit
Buah-buahan lainnya = Other fruit
Duku, langsat = Duku, langsat
Durian = Durian
Jambu air = Water apple
Jambu biji = Guava
Jeruk, jeruk bali = Oranges, pomelo
Kelengkeng = Longan
Mangga = Mango
Manggis = Mangosteen
Melon = Melon
Nanas = Pineapple
Nangka = Jackfruit
Pepaya = Papaya
Pir = Pears
Pisang ambon = Ambon bananas
Pisang lainnya = Other bananas
Rambutan = Rambutan
Salak = Snake fruit
Semangka = Watermelon
Tomat buah = Tomatoes, eaten as fruit
"""
MEAT_EGGS_MILK = """
Daging ayam diawetkan/olahan daging ayam (sosis ayam, abon ayam, bakso ayam, dsb) = Chicken products
Daging ayam kampung = Free-range chicken
Daging ayam ras = Broiler chicken
Daging babi = Pork
Daging kambing, domba/biri-biri = Goat and lamb
Daging kerbau = Buffalo meat
Daging lainnya diawetkan (olahan selain dari sapi dan ayam) = Other meat products
Daging sapi = Beef
Daging sapi diawetkan/olahan daging sapi (sosis sapi, abon sapi, bakso sapi, dsb) = Beef products
Daging segar lainnya = Other fresh meat
Lainnya (hati, jeroan, iga, kaki, buntut, kepala, dsb) = Offal, ribs and other cuts
Tetelan, sandung lamur = Trimmings, brisket
Hasil lain dari susu (keju, yogurt, dsb) = Other milk products
Susu bubuk = Milk powder
Susu bubuk bayi = Infant formula
Susu cair pabrik = Packaged liquid milk
Susu kental manis = Sweetened condensed milk
Susu murni = Fresh milk
Telur ayam kampung = Free-range eggs
Telur ayam ras = Hen's eggs
Telur itik/telur itik manila = Duck eggs
Telur lainnya (telur puyuh, telur asin mentah maupun matang, telur penyu, telur angsa, dsb) = Other eggs
"""


def _read(block: str) -> dict[str, Text]:
    pairs = (line.split(" = ") for line in block.strip().splitlines())
    return {indonesian: Text(indonesian, english) for indonesian, english in pairs}


COMMODITIES = {
    "TOTAL": Text("Semua dalam kelompok", "All of the group"),
    **_read(FISH),
    **_read(VEGETABLES),
    **_read(FRUIT),
    **_read(MEAT_EGGS_MILK),
}
